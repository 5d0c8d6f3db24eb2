package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/** The calls that create, change, show and delete listings. */
final class ListingCalls {

  private final Listings listings;
  private final PaymentAccount account;

  ListingCalls(Listings listings, PaymentAccount account) {
    this.listings = listings;
    this.account = account;
  }

  List<Operation> operations() {
    String shop = "/shops/{shop_id}/listings";
    return List.of(
        new Operation("createDraftListing", "POST", shop, this::create),
        new Operation("getListingsByShop", "GET", shop, this::list),
        new Operation("updateListing", "PATCH", shop + "/{listing_id}", this::update),
        new Operation("getListingsByListingIds", "GET", "/listings/batch", this::batch),
        new Operation("getListing", "GET", "/listings/{listing_id}", this::get),
        new Operation("deleteListing", "DELETE", "/listings/{listing_id}", this::delete));
  }

  private Response create(Call call) {
    ObjectNode details = call.body().deepCopy();
    BigDecimal price = details.remove("price").decimalValue();
    int quantity = details.remove("quantity").asInt();
    JsonNode readiness = details.remove("readiness_state_id");
    check(call.shop(), details, Optional.ofNullable(readiness));
    long id = 1_700_000_000L + listings.next("listing");
    ObjectNode offering = Json.object().put("offering_id", 21_000_000_000L + id);
    offering.put("quantity", quantity).put("is_enabled", true).put("is_deleted", false);
    offering.set("price", price(call.shop(), price).show());
    if (readiness != null) {
      offering.set("readiness_state_id", readiness);
    }
    ObjectNode product = Json.object().put("product_id", 11_000_000_000L + id).put("sku", "");
    product.put("is_deleted", false).putArray("offerings").add(offering);
    product.putArray("property_values");
    ObjectNode inventory = Json.object();
    inventory.putArray("products").add(product);
    InventoryCalls.PROPERTIES.forEach(inventory::putArray);
    var now = listings.now();
    Listing listing =
        new Listing(
            id, call.shop().shopId(), Listing.DRAFT, details, List.of(), inventory, now, now);
    listings.put(listing);
    return Response.json(201, listing.show());
  }

  /** A price of the shop, from 0.20 on. */
  static Money price(Shop shop, BigDecimal price) {
    try {
      Money money = Money.of(price, shop.currency());
      if (money.amount() >= 20) {
        return money;
      }
    } catch (ArithmeticException e) {
      // refused below
    }
    throw Problem.INVALID.say("price: not a price in " + shop.currency() + " from 0.20: " + price);
  }

  private static void check(Shop shop, ObjectNode details, Optional<JsonNode> readiness) {
    if (!ShopCalls.knows(details.path("taxonomy_id").asLong())) {
      throw Problem.INVALID.say("taxonomy_id: no such node of the seller taxonomy");
    }
    if (!details.path("type").asText("physical").equals("physical")) {
      return;
    }
    if (details.path("shipping_profile_id").asLong() != shop.shippingProfileId()) {
      throw Problem.INVALID.say("shipping_profile_id: a physical listing needs one of the shop's");
    }
    if (readiness.filter(id -> id.asLong() == shop.readinessStateId()).isEmpty()) {
      throw Problem.INVALID.say("readiness_state_id: a physical listing needs one of the shop's");
    }
  }

  private Response update(Call call) {
    Listing before = listings.of(call);
    ObjectNode changes = call.body().deepCopy();
    JsonNode state = changes.remove("state");
    if (changes.has("taxonomy_id") && !ShopCalls.knows(changes.get("taxonomy_id").asLong())) {
      throw Problem.INVALID.say("taxonomy_id: no such node of the seller taxonomy");
    }
    Listing changed = before.with(changes, listings.now());
    if (state != null) {
      changed = state.asText().equals(Listing.ACTIVE) ? activate(changed) : deactivate(changed);
    }
    if (before.state().equals(Listing.DRAFT) && changed.state().equals(Listing.ACTIVE)) {
      account.listed(call.shop(), changed);
    }
    listings.put(changed);
    return Response.json(200, changed.show());
  }

  private Listing activate(Listing listing) {
    if (listing.images().isEmpty()) {
      throw Problem.INVALID.say("state: a listing needs an image to be active");
    }
    if (listing.quantity() == 0) {
      throw Problem.INVALID.say("state: a listing needs a quantity above 0 to be active");
    }
    return listing.in(Listing.ACTIVE, listings.now());
  }

  private Listing deactivate(Listing listing) {
    if (listing.state().equals(Listing.DRAFT)) {
      throw Problem.INVALID.say("state: a draft cannot be made inactive");
    }
    return listing.in(Listing.INACTIVE, listings.now());
  }

  private Response list(Call call) {
    String state = call.query().path("state").asText(Listing.ACTIVE);
    return call.page(
        listings.of(call.shop()).stream()
            .filter(listing -> listing.state().equals(state))
            .map(Listing::show)
            .toList());
  }

  private Response batch(Call call) {
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode id : call.query().path("listing_ids")) {
      listings.find(call.shop(), id.asLong()).map(Listing::show).ifPresent(found::add);
    }
    return Call.all(found);
  }

  private Response get(Call call) {
    Listing listing = listings.of(call);
    ObjectNode shown = listing.show();
    if (call.query().path("includes").toString().contains("Images")) {
      listing.showImages().forEach(shown.putArray("images")::add);
    }
    return Response.json(200, shown);
  }

  private Response delete(Call call) {
    listings.remove(listings.of(call));
    return Response.empty(204);
  }
}
