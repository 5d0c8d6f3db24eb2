/** Rules and laws of stock. */
@NullMarked
package kontor.inventory.stock;

import org.jspecify.annotations.NullMarked;
