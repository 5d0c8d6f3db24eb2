/** Where a request goes, how often a client may ask, how much it may send. */
@NullMarked
package kontor.gateway.routing;

import org.jspecify.annotations.NullMarked;
