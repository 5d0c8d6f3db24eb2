/** What it costs to send a cart: methods, zones and rates. */
@NullMarked
package kontor.pricing.shipping;

import org.jspecify.annotations.NullMarked;
