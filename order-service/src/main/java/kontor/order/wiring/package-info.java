/** How the order service is put together, and how the shop sells. */
@NullMarked
package kontor.order.wiring;

import org.jspecify.annotations.NullMarked;
