/**
 * eBay: tokens, inventory items, offers, listings, orders and shipments as its Sell APIs show them.
 */
@NullMarked
package kontor.sandbox.ebay;

import org.jspecify.annotations.NullMarked;
