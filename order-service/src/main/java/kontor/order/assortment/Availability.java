package kontor.order.assortment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kontor.contracts.ChannelId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import org.jspecify.annotations.Nullable;

/**
 * What the shop can sell of its articles, as inventory last said. Spares a buyer an order that
 * would be rejected; the reservation decides.
 */
public final class Availability {

  private final Assortment assortment;
  private final Function<Sku, Optional<StockLevelChanged>> levels;

  /**
   * @param levels what is known of a SKU; empty when nothing was heard of it
   */
  public Availability(Assortment assortment, Function<Sku, Optional<StockLevelChanged>> levels) {
    this.assortment = assortment;
    this.levels = levels;
  }

  /**
   * What can be had of one line while the other lines stay as they are.
   *
   * @param here of it, what need not be waited for
   * @param promisedOn when the rest comes; absent: nobody knows
   */
  public record Offer(Quantity sellable, Quantity here, @Nullable LocalDate promisedOn) {

    /** What both allow. */
    Offer and(Offer other) {
      boolean earlier =
          other.promisedOn == null || (promisedOn != null && promisedOn.isAfter(other.promisedOn));
      return new Offer(
          sellable.compareTo(other.sellable) < 0 ? sellable : other.sellable,
          here.compareTo(other.here) < 0 ? here : other.here,
          earlier ? promisedOn : other.promisedOn);
    }
  }

  /**
   * Per SKU of a cart; SKUs of which nothing was heard are absent. A bundle is sold as its parts,
   * which count wherever they stand.
   */
  public Map<Sku, Offer> of(Map<Sku, Quantity> wanted) {
    Map<Sku, Long> demand = new HashMap<>();
    wanted.forEach(
        (sku, units) ->
            parts(sku).forEach(part -> demand.merge(part.sku(), times(part, units), Long::sum)));
    Map<Sku, Offer> offers = new HashMap<>();
    wanted.forEach((sku, units) -> offer(sku, units, demand).ifPresent(o -> offers.put(sku, o)));
    return offers;
  }

  private Optional<Offer> offer(Sku sku, Quantity units, Map<Sku, Long> demand) {
    List<Offer> offers = new ArrayList<>();
    for (BundleComponent part : parts(sku)) {
      long others = demand.getOrDefault(part.sku(), 0L) - times(part, units);
      levels.apply(part.sku()).ifPresent(level -> offers.add(offer(level, part, others)));
    }
    return offers.stream().reduce(Offer::and);
  }

  private static Offer offer(StockLevelChanged level, BundleComponent part, long others) {
    LocalDate promised = level.backorder() == null ? null : level.backorder().promisedOn();
    return new Offer(
        pieces(level.sellable(ChannelId.SHOP), part, others),
        pieces(level.inStock(ChannelId.SHOP), part, others),
        promised);
  }

  /** How many bundles the units give that others leave. */
  private static Quantity pieces(Quantity units, BundleComponent part, long others) {
    long left = Math.max(0, units.value() - others);
    return new Quantity((int) (left / Math.max(1, part.quantity().value())));
  }

  private static long times(BundleComponent part, Quantity units) {
    return (long) part.quantity().value() * units.value();
  }

  private List<BundleComponent> parts(Sku sku) {
    List<BundleComponent> parts =
        assortment.find(sku).map(offered -> offered.variant().components()).orElse(List.of());
    return parts.isEmpty() ? List.of(new BundleComponent(sku, new Quantity(1))) : parts;
  }
}
