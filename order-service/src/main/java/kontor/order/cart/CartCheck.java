package kontor.order.cart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.order.assortment.Availability;
import kontor.order.assortment.Availability.Offer;
import kontor.order.cart.CartLines.Item;
import kontor.order.cart.CartPrices.Priced;
import kontor.order.cart.ShoppingCart.OpenCart;
import org.jspecify.annotations.Nullable;

/** Holds each line of a cart against stock and prices of this moment; looks into memory only. */
public final class CartCheck {

  private final Availability availability;

  public CartCheck(Availability availability) {
    this.availability = availability;
  }

  /**
   * What is to be said of a line.
   *
   * @param available how many can be had while the other lines stay; absent: inventory was not
   *     heard
   * @param price of one unit now; absent: the cart has no quote
   */
  public record Finding(
      Sku sku,
      Quantity wanted,
      @Nullable Quantity available,
      @Nullable Money price,
      List<LineNotice> notices) {

    public Finding {
      notices = List.copyOf(notices);
    }
  }

  /** One finding per line, in the cart's order. */
  public List<Finding> of(OpenCart cart, Priced priced) {
    Map<Sku, Quantity> wanted = new LinkedHashMap<>();
    cart.lines().items().forEach((sku, item) -> wanted.put(sku, item.quantity()));
    Map<Sku, Offer> offers = availability.of(wanted);
    List<Finding> findings = new ArrayList<>();
    cart.lines()
        .items()
        .forEach((sku, item) -> findings.add(finding(sku, item, offers.get(sku), priced)));
    return findings;
  }

  /** How many of each SKU can be had of so many; SKUs of which nothing was heard are absent. */
  Map<Sku, Quantity> sellable(Map<Sku, Quantity> wanted) {
    Map<Sku, Quantity> most = new LinkedHashMap<>();
    availability.of(wanted).forEach((sku, offer) -> most.put(sku, offer.sellable()));
    return most;
  }

  private static Finding finding(Sku sku, Item item, @Nullable Offer offer, Priced priced) {
    List<LineNotice> notices = new ArrayList<>();
    Money price = priced.unitPrice(sku).orElse(null);
    if (priced.notForSale().contains(sku)) {
      notices.add(LineNotice.notForSale());
    } else if (offer != null) {
      stock(item.quantity(), offer).ifPresent(notices::add);
    }
    if (item.seen() != null && price != null && differs(item.seen(), price)) {
      notices.add(LineNotice.priceChanged(item.seen(), price));
    }
    if (item.summed() != null) {
      notices.add(LineNotice.reduced(item.summed(), item.quantity()));
    }
    Quantity available = offer == null ? null : offer.sellable();
    return new Finding(sku, item.quantity(), available, price, notices);
  }

  private static boolean differs(Money seen, Money now) {
    return seen.currency().equals(now.currency()) && !seen.equals(now);
  }

  private static Optional<LineNotice> stock(Quantity wanted, Offer offer) {
    if (offer.sellable().isZero()) {
      return Optional.of(LineNotice.outOfStock());
    }
    if (offer.sellable().compareTo(wanted) < 0) {
      return Optional.of(LineNotice.fewer(offer.sellable()));
    }
    return offer.here().compareTo(wanted) < 0
        ? Optional.of(LineNotice.backordered(offer.here(), offer.promisedOn()))
        : Optional.empty();
  }
}
