/** Sessions at the edge. */
@NullMarked
package kontor.gateway.identity;

import org.jspecify.annotations.NullMarked;
