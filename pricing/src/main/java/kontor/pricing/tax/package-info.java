/** The VAT rates by country, tax class and day. */
@NullMarked
package kontor.pricing.tax;

import org.jspecify.annotations.NullMarked;
