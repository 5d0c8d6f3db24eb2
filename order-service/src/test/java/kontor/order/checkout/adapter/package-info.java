/** The checkout over HTTP. */
@NullMarked
package kontor.order.checkout.adapter;

import org.jspecify.annotations.NullMarked;
