/** What is kept of sales, in a real store. */
@NullMarked
package kontor.connector.sale.adapter;

import org.jspecify.annotations.NullMarked;
