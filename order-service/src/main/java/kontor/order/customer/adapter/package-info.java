/** Accounts over HTTP and in MongoDB. */
@NullMarked
package kontor.order.customer.adapter;

import org.jspecify.annotations.NullMarked;
