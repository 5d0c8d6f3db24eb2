/** Suppliers, the orders to them, and the goods that arrive on these orders. */
@NullMarked
package kontor.inventory.purchasing;

import org.jspecify.annotations.NullMarked;
