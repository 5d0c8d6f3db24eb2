package kontor.catalog.price;

import java.util.ArrayList;
import java.util.List;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;

/** All prices of one article, as its stream tells them. */
public record PriceSheet(List<Price> prices) {

  /** Nothing was ever set. */
  public static final PriceSheet EMPTY = new PriceSheet(List.of());

  public PriceSheet {
    prices = List.copyOf(prices);
  }

  /** The state after the event. */
  public static PriceSheet evolve(PriceSheet before, PriceEvent event) {
    if (event instanceof PricesSet set) {
      return new PriceSheet(set.prices());
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  /** To set the prices that stand there decides nothing. */
  List<PriceEvent> set(Sku sku, List<Price> wanted) {
    return prices.equals(wanted) ? List.of() : List.of(new PricesSet(sku, wanted));
  }

  /**
   * The prices for everybody everywhere are replaced; those of a channel or a customer group, of
   * which a shop system's file knows nothing, stay.
   */
  List<PriceEvent> setGeneral(Sku sku, List<Price> general) {
    List<Price> all = new ArrayList<>(general);
    prices.stream().filter(price -> !isGeneral(price)).forEach(all::add);
    return set(sku, all);
  }

  private static boolean isGeneral(Price price) {
    return price.channel() == null && price.customerGroup() == null;
  }
}
