/** The stock of one SKU: movements, holds and what is available. */
@NullMarked
package kontor.inventory.stock;

import org.jspecify.annotations.NullMarked;
