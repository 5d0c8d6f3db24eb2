package kontor.local.faults;

import java.util.List;
import java.util.Map;

/**
 * What the stores hold of a campaign's articles after it.
 *
 * @param orders by id
 * @param stock by SKU
 * @param prices by SKU, as the catalog has them
 * @param imports their states by id
 */
record Observed(
    Map<String, OrderFacts> orders,
    Map<String, StockFacts> stock,
    Map<String, String> prices,
    Map<String, String> imports) {

  /**
   * An order as its stream tells it.
   *
   * @param shipments the tracking number of each shipment that was booked
   * @param cancellations the reason of each
   * @param returns the RMA of each
   * @param refunds the RMA of each, credits for exchanges left out
   * @param credits the RMA of each return that is exchanged, unless the credit came back
   * @param replaces the order and RMA that it replaces, else empty
   * @param payments how often money came in, credits left out
   * @param openMillis from being placed until it was known whether it is taken
   */
  record OrderFacts(
      String channel,
      String externalId,
      String status,
      Map<String, Integer> units,
      List<String> shipments,
      List<String> cancellations,
      List<String> returns,
      List<String> refunds,
      List<String> credits,
      String replaces,
      int payments,
      long openMillis) {}

  /**
   * A SKU's stock as its stream tells it.
   *
   * @param bookings the reference of each receipt and adjustment
   * @param picked units that left for buyers
   * @param returned units that came back from them
   */
  record StockFacts(int onHand, int available, List<String> bookings, int picked, int returned) {}
}
