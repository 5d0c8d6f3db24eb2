/** Documents as PDF and as e-invoice, kept in MongoDB and given out over HTTP. */
@NullMarked
package kontor.order.document.adapter;

import org.jspecify.annotations.NullMarked;
