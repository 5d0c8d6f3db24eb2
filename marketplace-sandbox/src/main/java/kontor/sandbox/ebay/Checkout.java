package kontor.sandbox.ebay;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kontor.sandbox.ebay.Purchase.Refused;
import kontor.sandbox.ebay.Purchase.Wish;
import kontor.sandbox.state.Store;

/** Sells to buyers: all of a purchase or nothing, and never more than is listed. */
final class Checkout {

  private final String seller;
  private final Shelf shelf;
  private final Orders orders;
  private final Buyers buyers;
  private final Clock clock;
  private final Store store;

  Checkout(String seller, Shelf shelf, Orders orders, Buyers buyers, Clock clock, Store store) {
    this.seller = seller;
    this.shelf = shelf;
    this.orders = orders;
    this.buyers = buyers;
    this.clock = clock;
    this.store = store;
  }

  SoldOrder buy(Purchase purchase) {
    if (!buyers.countries().contains(purchase.country())) {
      throw new Refused(404, "country", "buyers live in " + buyers.countries());
    }
    Map<Offer, Integer> wanted = new LinkedHashMap<>();
    for (Wish wish : purchase.wishes()) {
      wanted.merge(find(wish, purchase), wish.quantity(), Math::addExact);
    }
    wanted.forEach(this::allow);
    long kinds = wanted.keySet().stream().map(this::basket).distinct().count();
    if (kinds > 1) {
      throw new Refused(409, "lines", "one order has one marketplace and one currency");
    }
    SoldOrder order = order(purchase, wanted);
    wanted.forEach(this::sell);
    orders.put(order);
    return order;
  }

  private String basket(Offer offer) {
    return offer.marketplaceId() + offer.price().path("currency").asText();
  }

  private Offer find(Wish wish, Purchase purchase) {
    if (wish.offerId() != null) {
      return only("offerId", wish.offerId(), offer -> offer.offerId().equals(wish.offerId()));
    }
    if (wish.listingId() != null) {
      String listing = wish.listingId();
      return only("listingId", listing, offer -> listing.equals(offer.listingId()));
    }
    String sku = wish.sku() == null ? "" : wish.sku();
    String place = purchase.marketplaceId();
    return only(
        "sku",
        sku,
        offer -> offer.sku().equals(sku) && (place == null || place.equals(offer.marketplaceId())));
  }

  private Offer only(String field, String value, Predicate<Offer> wanted) {
    List<Offer> found =
        shelf.offers.all().stream().filter(Offer::published).filter(wanted).toList();
    if (found.isEmpty()) {
      throw new Refused(404, field, "no listing for " + field + " '" + value + "'");
    }
    if (found.size() > 1) {
      throw new Refused(409, "marketplaceId", "'" + value + "' is listed more than once");
    }
    return found.get(0);
  }

  private void allow(Offer offer, int quantity) {
    int there = shelf.quantity(offer);
    if (there < quantity) {
      String text = "the listing of '" + offer.sku() + "' has " + there + ", not " + quantity;
      throw new Refused(409, "quantity", text);
    }
  }

  private void sell(Offer offer, int quantity) {
    Item item = shelf.item(offer.sku());
    shelf.items.put(item.sku(), item.withQuantity(item.quantity() - quantity));
    shelf.offers.put(offer.offerId(), offer.sell(quantity));
  }

  private SoldOrder order(Purchase purchase, Map<Offer, Integer> wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long number = store.next("ebay-order");
    List<SoldOrder.Line> lines = new ArrayList<>();
    wanted.forEach((offer, quantity) -> lines.add(line(offer, quantity)));
    Offer first = wanted.keySet().iterator().next();
    String currency = first.price().get("currency").asText();
    return new SoldOrder(
        String.format(
            "%02d-%05d-%05d", 20 + number / 10_000_000_000L, number / 100_000, number % 100_000),
        now,
        now,
        first.marketplaceId(),
        buyers.draw(purchase.country(), number),
        lines,
        Amount.of(new BigDecimal(purchase.deliveryCost()), currency),
        purchase.payment(),
        SoldOrder.Cancellation.NONE,
        null,
        List.of(),
        seller,
        AfterSale.NONE);
  }

  private SoldOrder.Line line(Offer offer, int quantity) {
    String listing = offer.listingId();
    if (listing == null) {
      throw new IllegalStateException("not listed: " + offer.offerId());
    }
    return new SoldOrder.Line(
        Long.toString(10_000_000_000L + store.next("ebay-line")),
        listing,
        offer.offerId(),
        offer.sku(),
        shelf.item(offer.sku()).title(),
        Amount.read(offer.price()),
        quantity);
  }
}
