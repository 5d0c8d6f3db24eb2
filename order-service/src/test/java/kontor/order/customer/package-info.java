/** Rules of accounts. */
@NullMarked
package kontor.order.customer;

import org.jspecify.annotations.NullMarked;
