package kontor.sandbox.amazon.pricing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.amazon.value.Money;
import kontor.sandbox.document.Json;

/** Offers as Product Pricing v0 shows them. */
final class OfferView {

  private OfferView() {}

  static ObjectNode money(Money money) {
    return Json.object().put("CurrencyCode", money.currencyCode()).put("Amount", money.number());
  }

  /** All about the offers for an article; {@code sku} is empty if it was asked for by ASIN. */
  static ObjectNode result(
      String marketplaceId, String asin, String sku, String sellerId, List<Offer> offers) {
    ObjectNode result = Json.object().put("marketplaceId", marketplaceId);
    ObjectNode identifier = Json.object().put("MarketplaceId", marketplaceId);
    if (sku.isEmpty()) {
      result.put("ASIN", asin);
      identifier.put("ASIN", asin);
    } else {
      result.put("SKU", sku);
      identifier.put("SellerSKU", sku);
    }
    result
        .put("ItemCondition", "New")
        .put("status", offers.isEmpty() ? "NoBuyableOffers" : "Success");
    result.set("Identifier", identifier.put("ItemCondition", "New"));
    summary(offers, result.putObject("Summary"));
    ArrayNode list = result.putArray("Offers");
    offers.stream().limit(20).forEach(offer -> list.add(offer(offer, sellerId)));
    return result;
  }

  private static void summary(List<Offer> offers, ObjectNode summary) {
    summary.put("TotalOfferCount", offers.size());
    ArrayNode lowest = summary.putArray("LowestPrices");
    for (boolean byAmazon : List.of(false, true)) {
      offers.stream()
          .filter(offer -> offer.byAmazon() == byAmazon)
          .findFirst()
          .ifPresent(offer -> lowest.add(priced(offer, byAmazon ? "Amazon" : "Merchant")));
    }
    ArrayNode featured = summary.putArray("BuyBoxPrices");
    if (!offers.isEmpty()) {
      ObjectNode first = priced(offers.get(0), "");
      featured.add(first.put("sellerId", offers.get(0).sellerId()));
    }
  }

  private static ObjectNode priced(Offer offer, String channel) {
    ObjectNode node = Json.object().put("condition", "new");
    if (!channel.isEmpty()) {
      node.put("fulfillmentChannel", channel);
    }
    node.set("LandedPrice", money(offer.landed()));
    node.set("ListingPrice", money(offer.price()));
    node.set("Shipping", money(offer.shipping()));
    return node;
  }

  private static ObjectNode offer(Offer offer, String sellerId) {
    ObjectNode shown = Json.object().put("MyOffer", offer.sellerId().equals(sellerId));
    shown.put("SubCondition", "new").put("SellerId", offer.sellerId());
    ObjectNode time = shown.putObject("ShippingTime").put("minimumHours", 24);
    time.put("maximumHours", 48).put("availabilityType", "NOW");
    shown.set("ListingPrice", money(offer.price()));
    shown.set("Shipping", money(offer.shipping()));
    shown.put("IsFulfilledByAmazon", offer.byAmazon()).put("IsBuyBoxWinner", offer.featured());
    return shown.put("IsFeaturedMerchant", true);
  }

  /** The featured price as {@code getCompetitivePricing} shows it. */
  static ObjectNode competitive(
      String marketplaceId, String asin, String sku, String sellerId, List<Offer> offers) {
    ObjectNode price = Json.object().put("status", "Success").put("ASIN", asin);
    ObjectNode product = Json.object();
    ObjectNode identifiers = product.putObject("Identifiers");
    identifiers.putObject("MarketplaceASIN").put("MarketplaceId", marketplaceId).put("ASIN", asin);
    if (!sku.isEmpty()) {
      price.put("SellerSKU", sku);
      ObjectNode own = identifiers.putObject("SKUIdentifier").put("MarketplaceId", marketplaceId);
      own.put("SellerId", sellerId).put("SellerSKU", sku);
    }
    ObjectNode pricing = product.putObject("CompetitivePricing");
    ArrayNode prices = pricing.putArray("CompetitivePrices");
    if (!offers.isEmpty()) {
      Offer first = offers.get(0);
      ObjectNode one = prices.addObject().put("CompetitivePriceId", "1").put("condition", "New");
      one.put("sellerId", first.sellerId());
      one.put("belongsToRequester", first.sellerId().equals(sellerId));
      ObjectNode amounts = one.putObject("Price");
      amounts.set("LandedPrice", money(first.landed()));
      amounts.set("ListingPrice", money(first.price()));
      amounts.set("Shipping", money(first.shipping()));
    }
    ArrayNode counts = pricing.putArray("NumberOfOfferListings");
    counts.addObject().put("Count", offers.size()).put("condition", "New");
    price.set("Product", product);
    return price;
  }
}
