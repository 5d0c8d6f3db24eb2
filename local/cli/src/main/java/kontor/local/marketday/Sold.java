package kontor.local.marketday;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One order, as one side has it in its books: a marketplace, or the platform. Amounts are in the
 * order's currency, VAT included.
 *
 * @param total what was bought, with the delivery, before anything was cancelled
 * @param units bought of each SKU
 * @param cancelled units of each SKU that will not be delivered
 * @param shipped units in parcels
 * @param parcels the tracking number of each, as often as it was told
 * @param refunded what the buyer got back
 */
record Sold(
    State state,
    BigDecimal total,
    Map<String, Integer> units,
    Map<String, Integer> cancelled,
    int shipped,
    List<String> parcels,
    BigDecimal refunded) {

  /** Whether it binds both sides. */
  enum State {
    /** The marketplace has no money yet. */
    WAITING,
    BOUGHT,
    CANCELLED
  }

  Sold {
    units = Map.copyOf(units);
    cancelled = Map.copyOf(cancelled);
    parcels = parcels.stream().sorted().toList();
  }
}
