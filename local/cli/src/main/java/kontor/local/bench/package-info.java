/** What the platform can do, measured through the gateway. */
@NullMarked
package kontor.local.bench;

import org.jspecify.annotations.NullMarked;
