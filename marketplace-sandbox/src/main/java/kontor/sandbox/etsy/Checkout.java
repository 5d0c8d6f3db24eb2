package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.sandbox.ebay.Buyers;
import kontor.sandbox.etsy.Purchase.Refused;
import kontor.sandbox.etsy.Purchase.Wish;

/** Sells to buyers: all of a purchase or nothing, and never more than is listed. */
public final class Checkout {

  private record Found(Listing listing, JsonNode product) {}

  private final Listings listings;
  private final Receipts receipts;
  private final Buyers buyers = new Buyers();

  Checkout(Listings listings, Receipts receipts) {
    this.listings = listings;
    this.receipts = receipts;
  }

  /** The receipt of a purchase, or a {@link Refused}. */
  public Receipt buy(Shop shop, Purchase purchase) {
    if (!buyers.countries().contains(purchase.country())) {
      throw new Refused(404, "country", "buyers live in " + buyers.countries());
    }
    Map<String, Found> found = new LinkedHashMap<>();
    Map<String, Integer> units = new LinkedHashMap<>();
    for (Wish wish : purchase.wishes()) {
      Found one = find(shop, wish);
      String product = one.product().path("product_id").asText();
      found.put(product, one);
      units.merge(product, wish.quantity(), Math::addExact);
    }
    found.forEach((id, one) -> allow(one, units.getOrDefault(id, 0)));
    List<Receipt.Line> lines = new ArrayList<>();
    found.forEach((id, one) -> lines.add(line(one, units.getOrDefault(id, 0))));
    Receipt receipt = receipt(shop, purchase, lines);
    found.forEach((id, one) -> sell(shop, one, id, units.getOrDefault(id, 0)));
    return receipts.open(receipt);
  }

  private void sell(Shop shop, Found one, String product, int quantity) {
    Listing now = listings.find(shop, one.listing().listingId()).orElseThrow();
    listings.sell(now, product, quantity);
  }

  private Found find(Shop shop, Wish wish) {
    List<Found> found = new ArrayList<>();
    for (Listing listing : listings.of(shop)) {
      Long id = wish.listingId();
      if (listing.state().equals(Listing.ACTIVE) && (id == null || id == listing.listingId())) {
        for (JsonNode product : listing.products()) {
          if (wish.sku() == null || wish.sku().equals(product.path("sku").asText())) {
            found.add(new Found(listing, product));
          }
        }
      }
    }
    String name = wish.sku() == null ? "listing " + wish.listingId() : "'" + wish.sku() + "'";
    if (found.size() != 1) {
      int status = found.isEmpty() ? 404 : 409;
      throw new Refused(status, "sku", found.size() + " active products of " + name);
    }
    return found.get(0);
  }

  private static void allow(Found one, int wanted) {
    int there = one.product().path("offerings").path(0).path("quantity").asInt();
    if (there < wanted) {
      throw new Refused(409, "quantity", "the listing has " + there + ", not " + wanted);
    }
  }

  private Receipt.Line line(Found one, int quantity) {
    JsonNode price = one.product().path("offerings").path(0).path("price");
    return new Receipt.Line(
        4_000_000_000L + listings.next("transaction"),
        one.listing().listingId(),
        one.product().path("product_id").asLong(),
        one.product().path("sku").asText(),
        one.listing().details().path("title").asText(),
        new Money(
            price.path("amount").asLong(),
            price.path("divisor").asInt(),
            price.path("currency_code").asText()),
        quantity);
  }

  private Receipt receipt(Shop shop, Purchase purchase, List<Receipt.Line> lines) {
    long number = listings.next("receipt");
    return new Receipt(
        3_300_000_000L + number,
        shop.shopId(),
        listings.now(),
        listings.now(),
        purchase.paid(),
        false,
        false,
        buyers.draw(purchase.country(), number),
        lines,
        money("shipping", purchase.shipping(), shop),
        money("discount", purchase.discount(), shop),
        money("tax", purchase.tax(), shop),
        List.of(),
        List.of());
  }

  private static Money money(String field, String text, Shop shop) {
    try {
      return Money.of(new BigDecimal(text), shop.currency());
    } catch (ArithmeticException e) {
      throw new Refused(409, field, "not an amount in " + shop.currency() + ": " + text);
    }
  }
}
