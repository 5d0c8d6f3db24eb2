/** What happens to an order from placing to delivery. Topic {@code orders}. */
@NullMarked
package kontor.contracts.order;

import org.jspecify.annotations.NullMarked;
