/** An order from placing to refund: its states, rules and process. */
@NullMarked
package kontor.order.lifecycle;

import org.jspecify.annotations.NullMarked;
