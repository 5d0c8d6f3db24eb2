/** Which of an article's prices holds for a buyer, a quantity and a moment. */
@NullMarked
package kontor.pricing.price;

import org.jspecify.annotations.NullMarked;
