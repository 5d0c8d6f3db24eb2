/** Stock over HTTP and in the event store. */
@NullMarked
package kontor.inventory.stock.adapter;

import org.jspecify.annotations.NullMarked;
