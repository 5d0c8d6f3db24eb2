package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An inventory item: the product and its stock, exactly as it was last put, in one language. */
record Item(String sku, String locale, ObjectNode document) {

  int quantity() {
    return document.at("/availability/shipToLocationAvailability/quantity").asInt(0);
  }

  String title() {
    return document.at("/product/title").asText("");
  }

  boolean hasPicture() {
    return !document.at("/product/imageUrls").isEmpty();
  }

  boolean hasDescription() {
    return !document.at("/product/description").asText("").isBlank();
  }

  Item withShipToLocation(ObjectNode availability) {
    ObjectNode changed = document.deepCopy();
    changed.withObject("/availability").set("shipToLocationAvailability", availability);
    return new Item(sku, locale, changed);
  }

  Item withQuantity(int quantity) {
    ObjectNode changed = document.deepCopy();
    changed.withObject("/availability/shipToLocationAvailability").put("quantity", quantity);
    return new Item(sku, locale, changed);
  }

  /** As eBay shows it. */
  ObjectNode show() {
    ObjectNode shown = document.deepCopy();
    shown.put("sku", sku).put("locale", locale.replace('-', '_'));
    return shown;
  }
}
