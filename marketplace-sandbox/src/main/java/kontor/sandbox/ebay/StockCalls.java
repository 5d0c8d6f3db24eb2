package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/** The call that changes prices and quantities of up to 25 SKUs; each part stands alone. */
final class StockCalls {

  private final Body bulk = Body.of("bulkPriceQuantity", Problem.INVALID_VALUE);
  private final Body part = Body.of("priceQuantity", Problem.INVALID_VALUE);
  private final Shelf shelf;

  StockCalls(Shelf shelf) {
    this.shelf = shelf;
  }

  /** POST /bulk_update_price_quantity. */
  Response update(Request request) {
    Bulk answer = new Bulk();
    for (JsonNode one : bulk.read(request).get("requests")) {
      boolean stock = one.has("sku") && one.has("shipToLocationAvailability");
      if (stock || one.path("offers").isEmpty()) {
        answer.part(Bulk.naming(one, "sku"), () -> stock(one));
      }
      for (JsonNode offer : one.path("offers")) {
        ObjectNode name = Bulk.naming(one, "sku").setAll(Bulk.naming(offer, "offerId"));
        answer.part(name, () -> offer(one, offer));
      }
    }
    return answer.response();
  }

  private ObjectNode stock(JsonNode one) {
    part.check(one);
    Item item = shelf.item(one.get("sku").asText());
    ObjectNode availability = (ObjectNode) one.get("shipToLocationAvailability");
    shelf.reviseListingsOf(item.sku());
    shelf.items.put(item.sku(), item.withShipToLocation(availability.deepCopy()));
    return done();
  }

  private ObjectNode offer(JsonNode one, JsonNode wanted) {
    part.check(one);
    Offer offer = shelf.offer(wanted.get("offerId").asText());
    String sku = one.path("sku").asText(offer.sku());
    if (!sku.equals(offer.sku())) {
      throw Problem.NO_SUCH_OFFER.refuse("it is another SKU's", "offerId", offer.offerId());
    }
    ObjectNode document = offer.document().deepCopy();
    if (wanted.has("availableQuantity")) {
      document.set("availableQuantity", wanted.get("availableQuantity"));
    }
    if (wanted.has("price")) {
      document.withObject("/pricingSummary").set("price", price(offer, wanted.get("price")));
    }
    shelf.revise(offer);
    shelf.offers.put(offer.offerId(), offer.withDocument(document));
    return done();
  }

  private static JsonNode price(Offer offer, JsonNode price) {
    boolean zero = new BigDecimal(price.get("value").asText()).signum() == 0;
    JsonNode currency = offer.price().path("currency");
    if (zero || (currency.isTextual() && !currency.equals(price.get("currency")))) {
      throw Problem.PRICE.refuse("zero or another currency", "offerId", offer.offerId());
    }
    return price;
  }

  private static ObjectNode done() {
    return Json.object().put("statusCode", 200);
  }
}
