package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/** The products of a listing with prices and quantities: read, and replaced as a whole. */
final class InventoryCalls {

  /** Which properties of a product decide its price, quantity, SKU and processing profile. */
  static final List<String> PROPERTIES =
      List.of(
          "price_on_property",
          "quantity_on_property",
          "sku_on_property",
          "readiness_state_on_property");

  private final Listings listings;

  InventoryCalls(Listings listings) {
    this.listings = listings;
  }

  List<Operation> operations() {
    String path = "/listings/{listing_id}/inventory";
    return List.of(
        new Operation("getListingsInventory", "GET", "/listings/batch/inventory", this::batch),
        new Operation("getListingInventory", "GET", path, this::get),
        new Operation("updateListingInventory", "PUT", path, this::replace));
  }

  private Response batch(Call call) {
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode id : call.query().path("listing_ids")) {
      listings
          .find(call.shop(), id.asLong())
          .map(listing -> listing.inventory().deepCopy().put("listing_id", listing.listingId()))
          .ifPresent(found::add);
    }
    return Call.all(found);
  }

  private Response get(Call call) {
    return Response.json(200, listings.of(call).inventory());
  }

  /** What is not named is gone afterwards. */
  private Response replace(Call call) {
    Listing before = listings.of(call);
    ObjectNode inventory = Json.object();
    ArrayNode products = inventory.putArray("products");
    for (JsonNode product : call.body().path("products")) {
      products.add(product(call.shop(), before, product));
    }
    for (String property : PROPERTIES) {
      ArrayNode kept = inventory.putArray(property);
      call.body().path(property).forEach(kept::add);
    }
    Listing changed = before.withInventory(inventory, listings.now());
    if (changed.quantity() == 0) {
      throw Problem.INVALID.say("One offering must have quantity greater than 0");
    }
    if (changed.skus().stream().distinct().count() > 1
        && call.body().path("sku_on_property").isEmpty()) {
      throw Problem.INVALID.say("sku_on_property: several SKUs, and no property that tells them");
    }
    listings.put(changed);
    return Response.json(200, inventory);
  }

  private ObjectNode product(Shop shop, Listing before, JsonNode wanted) {
    JsonNode old = same(before, wanted);
    ObjectNode product = Json.object();
    product.set("product_id", old.path("product_id"));
    if (!old.has("product_id")) {
      product.put("product_id", 12_000_000_000L + listings.next("product"));
    }
    product.put("sku", wanted.path("sku").asText()).put("is_deleted", false);
    ArrayNode offerings = product.putArray("offerings");
    wanted.path("offerings").forEach(one -> offerings.add(offering(shop, before, old, one)));
    ArrayNode values = product.putArray("property_values");
    wanted.path("property_values").forEach(value -> values.add(value.deepCopy()));
    return product;
  }

  /** The product that this one goes on: the one of the same values. */
  private static JsonNode same(Listing before, JsonNode wanted) {
    for (JsonNode old : before.products()) {
      if (old.path("property_values").equals(wanted.path("property_values"))) {
        return old;
      }
    }
    return Json.object();
  }

  private ObjectNode offering(Shop shop, Listing before, JsonNode old, JsonNode wanted) {
    boolean linked = before.inventory().findValue("readiness_state_id") != null;
    JsonNode readiness = wanted.path("readiness_state_id");
    if (linked && readiness.asLong() != shop.readinessStateId()) {
      throw Problem.INVALID.say("readiness_state_id: the listing is linked to a profile for good");
    }
    ObjectNode offering = Json.object();
    long id = old.path("offerings").path(0).path("offering_id").asLong();
    offering.put("offering_id", id == 0 ? 22_000_000_000L + listings.next("offering") : id);
    offering.put("quantity", wanted.path("quantity").asInt());
    offering.put("is_enabled", wanted.path("is_enabled").asBoolean()).put("is_deleted", false);
    offering.set("price", ListingCalls.price(shop, wanted.path("price").decimalValue()).show());
    if (readiness.isNumber()) {
      offering.set("readiness_state_id", readiness);
    }
    return offering;
  }
}
