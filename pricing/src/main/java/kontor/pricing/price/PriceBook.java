package kontor.pricing.price;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;

/** The prices of all articles as the events have set them. Immutable. */
public final class PriceBook implements PriceSource {

  private final Map<Sku, List<Price>> prices;

  private PriceBook(Map<Sku, List<Price>> prices) {
    this.prices = Map.copyOf(prices);
  }

  /** A book after these events, in their order. */
  public static PriceBook of(Collection<? extends PriceEvent> events) {
    Map<Sku, List<Price>> prices = new HashMap<>();
    for (PriceEvent event : events) {
      if (event instanceof PricesSet set) {
        prices.put(set.sku(), set.prices());
      } else {
        throw new IllegalArgumentException("no rule for " + event);
      }
    }
    return new PriceBook(prices);
  }

  @Override
  public List<Price> of(Sku sku) {
    return prices.getOrDefault(sku, List.of());
  }
}
