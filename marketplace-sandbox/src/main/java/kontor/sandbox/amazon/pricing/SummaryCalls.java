package kontor.sandbox.amazon.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Operation;
import kontor.sandbox.amazon.listing.Listing;
import kontor.sandbox.amazon.listing.Listings;
import kontor.sandbox.amazon.value.Money;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/**
 * Product Pricing 2022-05-01: batches whose parts have a status of their own; amounts are numbers.
 */
public final class SummaryCalls {

  private static final String BASE = "/batches/products/pricing/2022-05-01";
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final Market market;
  private final Listings listings;

  public SummaryCalls(Market market, Listings listings) {
    this.market = market;
    this.listings = listings;
  }

  /** The operations. */
  public List<Operation> operations() {
    return List.of(
        Operation.of(
            "getFeaturedOfferExpectedPriceBatch",
            "POST",
            BASE + "/offer/featuredOfferExpectedPrice",
            call -> each(call, this::expected)),
        Operation.of(
            "getCompetitiveSummary",
            "POST",
            BASE + "/items/competitiveSummary",
            call -> each(call, this::summary)));
  }

  private static Response each(Call call, BiFunction<Call, JsonNode, ObjectNode> one) {
    ObjectNode body = Json.object();
    ArrayNode responses = body.putArray("responses");
    call.body().path("requests").forEach(part -> responses.add(one.apply(call, part)));
    return Response.json(200, body);
  }

  private static ObjectNode money(Money money) {
    return Json.object().put("currencyCode", money.currencyCode()).put("amount", money.number());
  }

  private static ObjectNode status(ObjectNode part, int code) {
    part.putObject("status")
        .put("statusCode", code)
        .put("reasonPhrase", code == 200 ? "OK" : "Bad Request");
    return part;
  }

  private static void fail(ObjectNode body, String message) {
    body.putArray("errors").addObject().put("code", "InvalidInput").put("message", message);
  }

  private ObjectNode summary(Call call, JsonNode part) {
    String place = part.path("marketplaceId").asText();
    String asin = part.path("asin").asText();
    ObjectNode answer = Json.object();
    ObjectNode body = Json.object().put("asin", asin).put("marketplaceId", place);
    boolean known = call.seller().marketplaceIds().contains(place) && market.knows(place, asin);
    if (known) {
      List<Offer> offers = market.offers(place, asin);
      part.path("includedData").forEach(data -> include(data.asText(), part, offers, body));
    } else {
      fail(body, "The ASIN is not in this marketplace: " + asin);
    }
    status(answer, known ? 200 : 400).set("body", body);
    return answer;
  }

  private static void include(String data, JsonNode part, List<Offer> offers, ObjectNode body) {
    switch (data) {
      case "featuredBuyingOptions" -> {
        ArrayNode options = body.putArray(data);
        if (!offers.isEmpty()) {
          ObjectNode segment = offer(offers.get(0));
          ObjectNode whose = segment.putArray("featuredOfferSegments").addObject();
          whose.put("customerMembership", "DEFAULT").putObject("segmentDetails");
          ObjectNode option = options.addObject().put("buyingOptionType", "New");
          option.putArray("segmentedFeaturedOffers").add(segment);
        }
      }
      case "lowestPricedOffers" -> {
        ArrayNode lists = body.putArray(data);
        for (JsonNode wanted : part.path("lowestPricedOffersInputs")) {
          if (!offers.isEmpty()) {
            ObjectNode list = lists.addObject();
            list.set("lowestPricedOffersInput", wanted);
            ArrayNode shown = list.putArray("offers");
            offers.stream().limit(20).forEach(one -> shown.add(offer(one)));
          }
        }
      }
      default -> body.putArray(data); // reference prices and similar items: none here
    }
  }

  private static ObjectNode offer(Offer offer) {
    ObjectNode shown = Json.object().put("sellerId", offer.sellerId()).put("condition", "New");
    shown.put("fulfillmentType", offer.byAmazon() ? "AFN" : "MFN");
    shown.set("listingPrice", money(offer.price()));
    ObjectNode delivery = shown.putArray("shippingOptions").addObject();
    delivery.put("shippingOptionType", "DEFAULT").set("price", money(offer.shipping()));
    return shown;
  }

  private ObjectNode expected(Call call, JsonNode part) {
    String place = part.path("marketplaceId").asText();
    String sku = part.path("sku").asText();
    ObjectNode answer = Json.object();
    answer.putObject("headers");
    answer.putObject("request").put("marketplaceId", place).put("sku", sku);
    Optional<Listing> listing = listings.find(call.sellerId(), place, sku);
    ObjectNode body = Json.object();
    ArrayNode results = body.putArray("featuredOfferExpectedPriceResults");
    if (listing.isEmpty()) {
      results.addObject().put("resultStatus", "OFFER_NOT_FOUND");
    } else {
      body.set("offerIdentifier", identifier(place, listing.get().asin(), call.sellerId(), sku));
      results.add(expected(call, listing.get()));
    }
    status(answer, 200).set("body", body);
    return answer;
  }

  private static ObjectNode identifier(String place, String asin, String seller, String sku) {
    ObjectNode identifier = Json.object().put("marketplaceId", place).put("sellerId", seller);
    return sku.isEmpty()
        ? identifier.put("asin", asin)
        : identifier.put("sku", sku).put("asin", asin);
  }

  private ObjectNode expected(Call call, Listing listing) {
    List<Offer> offers = market.offers(listing.marketplaceId(), listing.asin());
    Optional<Offer> rival =
        offers.stream().filter(offer -> !offer.sellerId().equals(call.sellerId())).findFirst();
    ObjectNode result = Json.object();
    if (offers.stream().noneMatch(offer -> offer.sellerId().equals(call.sellerId()))) {
      return result.put("resultStatus", "OFFER_NOT_ELIGIBLE");
    }
    if (rival.isEmpty()) {
      return result.put("resultStatus", "NO_COMPETING_OFFER");
    }
    result.put("resultStatus", "VALID_FOEP");
    Money landed = rival.get().landed();
    Money below = Money.of(landed.number().subtract(CENT), landed.currencyCode());
    result.putObject("featuredOfferExpectedPrice").set("listingPrice", money(below));
    result.set("competingFeaturedOffer", featured(rival.get()));
    result.set("currentFeaturedOffer", featured(offers.get(0)));
    return result;
  }

  private static ObjectNode featured(Offer offer) {
    ObjectNode shown = Json.object().put("condition", "New");
    shown.set(
        "offerIdentifier", identifier(offer.marketplaceId(), offer.asin(), offer.sellerId(), ""));
    ObjectNode price = shown.putObject("price");
    price.set("listingPrice", money(offer.price()));
    price.set("shippingPrice", money(offer.shipping()));
    return shown;
  }
}
