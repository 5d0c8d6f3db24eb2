/** The edge of the platform: everything from outside enters here. */
@NullMarked
package kontor.gateway;

import org.jspecify.annotations.NullMarked;
