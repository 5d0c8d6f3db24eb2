/** Rules of orders. */
@NullMarked
package kontor.order.lifecycle;

import org.jspecify.annotations.NullMarked;
