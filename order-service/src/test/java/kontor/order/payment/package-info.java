@NullMarked
package kontor.order.payment;

import org.jspecify.annotations.NullMarked;
