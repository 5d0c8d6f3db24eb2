/** The platform as its users see it: through the gateway. */
@NullMarked
package kontor.local.edge;

import org.jspecify.annotations.NullMarked;
