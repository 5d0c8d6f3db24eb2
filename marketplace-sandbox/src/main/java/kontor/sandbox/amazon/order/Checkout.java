package kontor.sandbox.amazon.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.amazon.listing.Listing;
import kontor.sandbox.amazon.listing.Listings;
import kontor.sandbox.amazon.value.Money;
import kontor.sandbox.ebay.Buyers;

/** Sells to buyers: all of a purchase or nothing, and never more than is offered. */
public final class Checkout {

  private final Listings listings;
  private final Orders orders;
  private final Surroundings around;
  private final Buyers buyers = new Buyers();

  public Checkout(Listings listings, Orders orders, Surroundings around) {
    this.listings = listings;
    this.orders = orders;
    this.around = around;
  }

  /** So many orders of the same kind, all of them or a {@link Purchase.Refused}. */
  public List<AmazonOrder> buy(Purchase purchase, int count) {
    wanted(purchase.times(count));
    return Stream.generate(() -> buy(purchase)).limit(count).toList();
  }

  private AmazonOrder buy(Purchase purchase) {
    Map<Listing, Integer> wanted = wanted(purchase);
    AmazonOrder order = order(purchase, wanted);
    wanted.forEach((l, n) -> listings.sell(l, n, purchase.byAmazon(), around.now()));
    return orders.keep(order, "OrderStatusChange", "Order Placed");
  }

  private Map<Listing, Integer> wanted(Purchase purchase) {
    if (!buyers.countries().contains(purchase.country())) {
      throw new Purchase.Refused(404, "country", "buyers live in " + buyers.countries());
    }
    Map<String, Integer> units = new LinkedHashMap<>();
    purchase.wishes().forEach(w -> units.merge(w.sku(), w.quantity(), Math::addExact));
    Map<Listing, Integer> wanted = new LinkedHashMap<>();
    units.forEach((sku, quantity) -> wanted.put(offered(purchase, sku, quantity), quantity));
    if (wanted.keySet().stream().map(l -> l.marketplaceId() + l.currency()).distinct().count()
        > 1) {
      throw new Purchase.Refused(409, "lines", "one order has one marketplace and one currency");
    }
    return wanted;
  }

  private Listing offered(Purchase purchase, String sku, int quantity) {
    List<Listing> found =
        listings.of(purchase.sellerId()).stream()
            .filter(listing -> listing.sku().equals(sku))
            .filter(
                listing ->
                    purchase.marketplaceId() == null
                        || listing.marketplaceId().equals(purchase.marketplaceId()))
            .toList();
    if (found.size() != 1) {
      String many = found.isEmpty() ? "no listing of '" : "name the marketplace: many of '";
      throw new Purchase.Refused(found.isEmpty() ? 404 : 409, "sku", many + sku + "'");
    }
    int there = listings.offered(found.get(0), purchase.byAmazon());
    if (there < quantity) {
      String text = "the listing of '" + sku + "' offers " + there + ", not " + quantity;
      throw new Purchase.Refused(409, "quantity", text);
    }
    return found.get(0);
  }

  private AmazonOrder order(Purchase purchase, Map<Listing, Integer> wanted) {
    long number = around.store().next("amazon-order");
    Instant now = around.now();
    List<Line> lines = new ArrayList<>();
    for (Map.Entry<Listing, Integer> one : wanted.entrySet()) {
      lines.add(line(one.getKey(), one.getValue(), lines.isEmpty() ? purchase.shipping() : "0"));
    }
    return new AmazonOrder(
        purchase.sellerId(),
        String.format("302-%07d-%07d", number / 10_000_000 + 1, number % 10_000_000),
        now,
        now,
        wanted.keySet().iterator().next().marketplaceId(),
        purchase.paid(),
        purchase.byAmazon(),
        buyers.draw(purchase.country(), number),
        lines,
        List.of());
  }

  private Line line(Listing listing, int quantity, String shipping) {
    String itemId = Long.toString(30_000_000_000_000L + around.store().next("amazon-item"));
    Money price = Money.of(listing.price().orElseThrow(), listing.currency());
    Money delivery = Money.of(new BigDecimal(shipping), listing.currency());
    return Line.of(listing, itemId, quantity, price, delivery);
  }
}
