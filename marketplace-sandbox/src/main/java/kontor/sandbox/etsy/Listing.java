package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.sandbox.document.Json;

/**
 * A listing.
 *
 * @param state {@code draft}, {@code active}, {@code inactive} or {@code sold_out}
 * @param details what it was created or updated with: title, taxonomy, profiles …
 * @param inventory its products as they are shown
 */
record Listing(
    long listingId,
    long shopId,
    String state,
    ObjectNode details,
    List<Image> images,
    ObjectNode inventory,
    Instant created,
    Instant updated) {

  static final String ACTIVE = "active";
  static final String INACTIVE = "inactive";
  static final String SOLD_OUT = "sold_out";
  static final String DRAFT = "draft";

  Listing {
    images = List.copyOf(images);
  }

  /** A picture; rank 1 is shown first. */
  record Image(long imageId, int rank, String altText, int bytes) {}

  /** The products, in their order. */
  ArrayNode products() {
    return inventory.withArray("/products");
  }

  /** All units that a buyer can get. */
  int quantity() {
    int units = 0;
    for (JsonNode product : products()) {
      for (JsonNode offering : product.path("offerings")) {
        units += offering.path("is_enabled").asBoolean() ? offering.path("quantity").asInt() : 0;
      }
    }
    return units;
  }

  List<String> skus() {
    List<String> skus = new ArrayList<>();
    for (JsonNode product : products()) {
      if (!product.path("sku").asText().isEmpty()) {
        skus.add(product.path("sku").asText());
      }
    }
    return skus;
  }

  Listing in(String otherState, Instant at) {
    return new Listing(listingId, shopId, otherState, details, images, inventory, created, at);
  }

  Listing with(ObjectNode changes, Instant at) {
    ObjectNode changed = details.deepCopy();
    changed.setAll(changes);
    return new Listing(listingId, shopId, state, changed, images, inventory, created, at);
  }

  Listing withImages(List<Image> others, Instant at) {
    return new Listing(listingId, shopId, state, details, others, inventory, created, at);
  }

  Listing withInventory(ObjectNode other, Instant at) {
    return new Listing(listingId, shopId, state, details, images, other, created, at);
  }

  /** As the API shows it. */
  ObjectNode show() {
    ObjectNode shown = Json.object().put("listing_id", listingId).put("shop_id", shopId);
    shown.put("state", state).put("quantity", quantity());
    shown.put("creation_timestamp", created.getEpochSecond());
    shown.put("created_timestamp", created.getEpochSecond());
    shown.put("last_modified_timestamp", updated.getEpochSecond());
    shown.put("updated_timestamp", updated.getEpochSecond());
    shown.put("url", "https://www.etsy.com/listing/" + listingId);
    shown.setAll(details);
    shown.set("price", products().path(0).path("offerings").path(0).path("price"));
    shown.set("skus", Json.tree(skus()));
    return shown;
  }

  /** The pictures as the API shows them, by rank. */
  List<ObjectNode> showImages() {
    return images.stream().map(this::show).toList();
  }

  ObjectNode show(Image image) {
    ObjectNode shown = Json.object().put("listing_id", listingId);
    shown.put("listing_image_id", image.imageId()).put("rank", image.rank());
    return shown.put("alt_text", image.altText());
  }
}
