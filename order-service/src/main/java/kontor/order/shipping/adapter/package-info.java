/** The table of shipping methods over HTTP. */
@NullMarked
package kontor.order.shipping.adapter;

import org.jspecify.annotations.NullMarked;
