package kontor.sandbox.amazon.pricing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import kontor.sandbox.document.Json;

/** What ANY_OFFER_CHANGED says: up to 20 offers, amounts as numbers. */
final class OfferNotice {

  private OfferNotice() {}

  static ObjectNode of(
      String sellerId, String marketplaceId, String asin, List<Offer> offers, Instant at) {
    ObjectNode payload = Json.object();
    ObjectNode notice = payload.putObject("AnyOfferChangedNotification");
    notice.put("SellerId", sellerId);
    ObjectNode trigger = notice.putObject("OfferChangeTrigger").put("MarketplaceId", marketplaceId);
    trigger.put("ASIN", asin).put("ItemCondition", "new");
    trigger.put("TimeOfOfferChange", at.toString()).put("OfferChangeType", "External");
    summary(offers, notice.putObject("Summary"));
    ArrayNode list = notice.putArray("Offers");
    offers.stream().limit(20).forEach(offer -> list.add(offer(offer)));
    return payload;
  }

  private static void summary(List<Offer> offers, ObjectNode summary) {
    ArrayNode counts = summary.putArray("NumberOfOffers");
    ArrayNode lowest = summary.putArray("LowestPrices");
    ArrayNode featured = summary.putArray("BuyBoxPrices");
    ArrayNode eligible = summary.putArray("NumberOfBuyBoxEligibleOffers");
    for (boolean byAmazon : List.of(false, true)) {
      String channel = byAmazon ? "Amazon" : "Merchant";
      List<Offer> some = offers.stream().filter(o -> o.byAmazon() == byAmazon).toList();
      if (!some.isEmpty()) {
        counts.add(counted(channel, some.size()));
        eligible.add(counted(channel, some.size()));
        ObjectNode low = Json.object().put("Condition", "new").put("FulfillmentChannel", channel);
        lowest.add(priced(low, some.get(0)));
      }
    }
    Offer first = offers.get(0);
    featured.add(priced(Json.object().put("Condition", "new"), first));
    for (String price :
        List.of(
            "ListPrice",
            "MinimumAdvertisedPrice",
            "SuggestedLowerPricePlusShipping",
            "CompetitivePriceThreshold")) {
      summary.set(price, OfferView.money(first.landed())); // nothing better is known here
    }
    summary.put("TotalBuyBoxEligibleOffers", offers.size()).putArray("SalesRankings");
  }

  private static ObjectNode counted(String channel, int count) {
    ObjectNode one = Json.object().put("Condition", "new").put("FulfillmentChannel", channel);
    return one.put("OfferCount", count);
  }

  private static ObjectNode priced(ObjectNode node, Offer offer) {
    node.set("LandedPrice", OfferView.money(offer.landed()));
    node.set("ListingPrice", OfferView.money(offer.price()));
    node.set("Shipping", OfferView.money(offer.shipping()));
    return node;
  }

  private static ObjectNode offer(Offer offer) {
    ObjectNode shown = Json.object().put("SellerId", offer.sellerId()).put("SubCondition", "new");
    ObjectNode rating = shown.putObject("SellerFeedbackRating").put("FeedbackCount", 100);
    rating.put("SellerPositiveFeedbackRating", 95);
    ObjectNode time = shown.putObject("ShippingTime").put("MinimumHours", 24);
    time.put("MaximumHours", 48).put("AvailabilityType", "NOW").put("AvailableDate", "");
    shown.set("ListingPrice", OfferView.money(offer.price()));
    shown.set("Shipping", OfferView.money(offer.shipping()));
    shown.putObject("Points").put("PointsNumber", 0);
    shown.putObject("ShipsFrom").put("Country", "DE").put("State", "");
    ObjectNode prime = shown.putObject("PrimeInformation").put("IsOfferPrime", offer.byAmazon());
    prime.put("IsOfferNationalPrime", offer.byAmazon());
    shown.put("IsFulfilledByAmazon", offer.byAmazon()).put("IsFeaturedMerchant", true);
    shown.put("IsExpeditedShippingAvailable", false).put("ShipsDomestically", true);
    return shown.put("ShipsInternationally", false);
  }
}
