/** Checkout over HTTP, and what it keeps by key. */
@NullMarked
package kontor.order.checkout.adapter;

import org.jspecify.annotations.NullMarked;
