package kontor.catalog.imports.format;

import kontor.contracts.Sku;

/** How many units of an article a file says there are. */
public record StockCount(Sku sku, int onHand) {}
