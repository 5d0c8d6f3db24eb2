/** From a cart to what is paid: lines, discounts, VAT, totals and a fingerprint of it all. */
@NullMarked
package kontor.pricing.quote;

import org.jspecify.annotations.NullMarked;
