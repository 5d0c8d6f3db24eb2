/** Purchasing over HTTP, from topics and in the event store. */
@NullMarked
package kontor.inventory.purchasing.adapter;

import org.jspecify.annotations.NullMarked;
