package kontor.connector.ebay;

import java.util.Map;
import kontor.connector.channel.CallLimit;

/**
 * How often we may call eBay: calls of an application per day, given out again at midnight in the
 * Pacific zone. Inventory 2,000,000 and Fulfillment 100,000 by what sellers report, Taxonomy 5,000
 * by eBay's page of limits; eBay raises them on request. They are taken here as that many per 24
 * hours, a quarter of which can be saved up.
 */
final class EbayLimits {

  private static final String INVENTORY = "inventory";
  private static final String FULFILLMENT = "fulfillment";
  private static final String TAXONOMY = "taxonomy";
  static final Map<String, CallLimit> DAILY =
      Map.of(
          INVENTORY,
          CallLimit.perDay(1_500_000, 500_000),
          FULFILLMENT,
          CallLimit.perDay(75_000, 25_000),
          TAXONOMY,
          CallLimit.perDay(3_750, 1_250));

  private EbayLimits() {}

  static String of(String path) {
    if (path.startsWith("/commerce/taxonomy")) {
      return TAXONOMY;
    }
    return path.startsWith("/sell/inventory") ? INVENTORY : FULFILLMENT;
  }
}
