/** The platform's processes on one machine: what they are, and who keeps them running. */
@NullMarked
package kontor.local.platform;

import org.jspecify.annotations.NullMarked;
