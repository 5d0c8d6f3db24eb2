/** The rules of prices and their periods. */
@NullMarked
package kontor.catalog.price;

import org.jspecify.annotations.NullMarked;
