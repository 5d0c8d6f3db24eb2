/** What a buyer wants and who the buyer is, as far as prices depend on it. */
@NullMarked
package kontor.pricing.cart;

import org.jspecify.annotations.NullMarked;
