/** Money behind one interface, whoever moves it. */
@NullMarked
package kontor.order.payment;

import org.jspecify.annotations.NullMarked;
