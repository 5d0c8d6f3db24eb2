package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/** The calls on inventory items. A write replaces the whole item: what it leaves out is gone. */
final class ItemCalls {

  private static final int MAX_SKU = 50;

  private final Body item = Body.of("inventoryItem", Problem.INVALID_VALUE);
  private final Body bulk = Body.of("bulkInventoryItems", Problem.INVALID_VALUE);
  private final Body part = Body.of("inventoryItemWithSku", Problem.INVALID_VALUE);
  private final Shelf shelf;

  ItemCalls(Shelf shelf) {
    this.shelf = shelf;
  }

  /** PUT /inventory_item/{sku}. */
  Response put(Request request) {
    String language = Body.language(request);
    ObjectNode document = item.read(request);
    return Response.empty(store(request.variable("sku"), language, document));
  }

  /** 201 for a new item, 204 for a replaced one. */
  private int store(String sku, String language, ObjectNode document) {
    if (sku.isBlank() || sku.length() > MAX_SKU) {
      throw Problem.INVALID_VALUE.refuse("a SKU has 1 to 50 characters", "sku", sku);
    }
    boolean known = shelf.items.get(sku).isPresent();
    shelf.reviseListingsOf(sku);
    shelf.items.put(sku, new Item(sku, language, document));
    return known ? 204 : 201;
  }

  /** POST /bulk_create_or_replace_inventory_item. */
  Response bulkPut(Request request) {
    Bulk answer = new Bulk();
    for (JsonNode one : bulk.read(request).get("requests")) {
      answer.part(Bulk.naming(one, "sku", "locale"), () -> bulkPart(one));
    }
    return answer.response();
  }

  private ObjectNode bulkPart(JsonNode one) {
    String locale = one.path("locale").asText("").replace('_', '-');
    if (!Body.isLocale(locale)) {
      throw Problem.LANGUAGE.refuse(locale, "locale", locale);
    }
    ObjectNode document = part.check(one).deepCopy();
    String sku = document.get("sku").asText();
    document.remove(List.of("sku", "locale"));
    return Json.object().put("statusCode", store(sku, locale, document));
  }

  /** GET /inventory_item/{sku}. */
  Response get(Request request) {
    return Response.json(200, shelf.item(request.variable("sku")).show());
  }

  /** DELETE /inventory_item/{sku}: its offers go with it and its listings end. */
  Response delete(Request request) {
    String sku = shelf.item(request.variable("sku")).sku();
    shelf.offersOf(sku).forEach(offer -> shelf.offers.remove(offer.offerId()));
    shelf.items.remove(sku);
    return Response.empty(204);
  }

  /** GET /inventory_item: here the offset counts pages. */
  Response list(Request request) {
    int limit = Paging.number(request, "limit", 25, 1, 200, Problem.INVALID_VALUE);
    int page = Paging.number(request, "offset", 0, 0, 1_000_000, Problem.INVALID_VALUE);
    List<Item> all = shelf.items.all();
    ObjectNode body = Json.object();
    Paging.link(body, "href", request, limit, page);
    body.put("total", all.size()).put("limit", limit);
    if ((long) (page + 1) * limit < all.size()) {
      Paging.link(body, "next", request, limit, page + 1);
    }
    if (page > 0) {
      Paging.link(body, "prev", request, limit, page - 1);
    }
    List<Item> shown = all.stream().skip((long) page * limit).limit(limit).toList();
    body.put("size", shown.size());
    shown.forEach(one -> body.withArray("/inventoryItems").add(one.show()));
    return Response.json(200, body);
  }
}
