/** The rules of promotions. */
@NullMarked
package kontor.catalog.promotion;

import org.jspecify.annotations.NullMarked;
