/** The list of orders as a Lucene index, over HTTP and live. */
@NullMarked
package kontor.order.orderlist.adapter;

import org.jspecify.annotations.NullMarked;
