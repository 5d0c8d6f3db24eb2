/** The built-in payment provider. */
@NullMarked
package kontor.order.payment.adapter;

import org.jspecify.annotations.NullMarked;
