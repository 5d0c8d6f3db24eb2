package kontor.local.marketday;

import java.math.BigDecimal;

/**
 * What a marketplace shows of one listing.
 *
 * @param quantity units that a buyer can order
 * @param price of one, in the marketplace's currency
 */
record Shown(String sku, int quantity, BigDecimal price) {}
