package kontor.sandbox.amazon.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Operation;
import kontor.sandbox.amazon.gate.Problem;
import kontor.sandbox.amazon.gate.Refusal;
import kontor.sandbox.amazon.listing.Listing;
import kontor.sandbox.amazon.listing.Listings;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/** Product Pricing v0 (model {@code productPricingV0}). */
public final class PricingCalls {

  private static final String BASE = "/products/pricing/v0";
  private static final Pattern URI_PATH =
      Pattern.compile("/products/pricing/v0/(items|listings)/([^/?]+)/offers");

  private final Market market;
  private final Listings listings;

  public PricingCalls(Market market, Listings listings) {
    this.market = market;
    this.listings = listings;
  }

  /** The operations. */
  public List<Operation> operations() {
    String batch = "/batches" + BASE;
    return List.of(
        Operation.of("getCompetitivePricing", "GET", BASE + "/competitivePrice", this::competitive),
        Operation.of("getListingOffers", "GET", BASE + "/listings/{SellerSKU}/offers", this::ofSku),
        Operation.of("getItemOffers", "GET", BASE + "/items/{Asin}/offers", this::ofAsin),
        Operation.of("getItemOffersBatch", "POST", batch + "/itemOffers", this::batch),
        Operation.of("getListingOffersBatch", "POST", batch + "/listingOffers", this::batch));
  }

  private static Response payload(JsonNode payload) {
    ObjectNode body = Json.object();
    body.set("payload", payload);
    return Response.json(200, body);
  }

  private Response ofAsin(Call call) {
    String place = call.parameter("MarketplaceId").orElseThrow();
    return payload(byAsin(call, place, call.variable("Asin")));
  }

  private Response ofSku(Call call) {
    String place = call.parameter("MarketplaceId").orElseThrow();
    return payload(bySku(call, place, call.variable("SellerSKU")));
  }

  private ObjectNode byAsin(Call call, String place, String asin) {
    if (!market.knows(place, asin)) {
      throw Problem.INVALID_INPUT.refuse("Asin: is not in this marketplace: " + asin);
    }
    return OfferView.result(place, asin, "", call.sellerId(), market.offers(place, asin));
  }

  private ObjectNode bySku(Call call, String place, String sku) {
    Listing listing =
        listings
            .find(call.sellerId(), place, sku)
            .orElseThrow(() -> Problem.INVALID_INPUT.refuse("SellerSKU: no listing of " + sku));
    List<Offer> offers = market.offers(place, listing.asin());
    return OfferView.result(place, listing.asin(), sku, call.sellerId(), offers);
  }

  private Response competitive(Call call) {
    String place = call.parameter("MarketplaceId").orElseThrow();
    boolean bySku = call.parameter("ItemType").orElse("").equals("Sku");
    List<String> ids = call.list(bySku ? "Skus" : "Asins");
    if (ids.isEmpty()) {
      throw Problem.INVALID_INPUT.refuse((bySku ? "Skus" : "Asins") + ": is missing");
    }
    ArrayNode prices = Json.object().arrayNode();
    for (String id : ids) {
      Optional<String> asin =
          bySku
              ? listings.find(call.sellerId(), place, id).map(Listing::asin)
              : Optional.of(id).filter(one -> market.knows(place, one));
      if (asin.isEmpty()) {
        prices.addObject().put("status", "ClientError").put(bySku ? "SellerSKU" : "ASIN", id);
      } else {
        List<Offer> offers = market.offers(place, asin.get());
        String sku = bySku ? id : "";
        prices.add(OfferView.competitive(place, asin.get(), sku, call.sellerId(), offers));
      }
    }
    return payload(prices);
  }

  private Response batch(Call call) {
    ObjectNode body = Json.object();
    ArrayNode responses = body.putArray("responses");
    call.body().path("requests").forEach(part -> responses.add(part(call, part)));
    return Response.json(200, body);
  }

  private ObjectNode part(Call call, JsonNode part) {
    ObjectNode shown = Json.object();
    ObjectNode answer = Json.object();
    int status = 200;
    try {
      answer.set("payload", single(call, part));
    } catch (Refusal refusal) {
      status = refusal.status();
      answer.set("errors", refusal.errors());
    }
    shown.putObject("headers").put("x-amzn-RequestId", UUID.randomUUID().toString());
    shown
        .putObject("status")
        .put("statusCode", status)
        .put("reasonPhrase", status == 200 ? "OK" : "Bad Request");
    ObjectNode asked = shown.putObject("request");
    for (String name : List.of("MarketplaceId", "ItemCondition", "CustomerType")) {
      if (part.has(name)) {
        asked.set(name, part.get(name));
      }
    }
    Matcher matcher = URI_PATH.matcher(part.path("uri").asText());
    if (matcher.matches()) {
      boolean items = matcher.group(1).equals("items");
      asked.put(items ? "Asin" : "SellerSKU", decoded(matcher.group(2)));
    }
    shown.set("body", answer);
    return shown;
  }

  private ObjectNode single(Call call, JsonNode part) {
    Matcher matcher = URI_PATH.matcher(part.path("uri").asText());
    if (!matcher.matches() || !part.path("method").asText().equals("GET")) {
      throw Problem.INVALID_INPUT.refuse("uri or method: not one of this batch");
    }
    String place = part.path("MarketplaceId").asText();
    if (!call.seller().marketplaceIds().contains(place)) {
      throw Problem.INVALID_INPUT.refuse("MarketplaceId: the seller does not sell on " + place);
    }
    String id = decoded(matcher.group(2));
    return matcher.group(1).equals("items") ? byAsin(call, place, id) : bySku(call, place, id);
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
