package kontor.connector.etsy;

import java.math.BigDecimal;
import java.time.Duration;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A listing's inventory as it is read and as it is written. Etsy replaces it as a whole, so all
 * that was read is written again, less what Etsy only shows, with a price as a number.
 */
final class EtsyInventory {

  /** The most units that an offering takes. */
  private static final int MOST = 999;

  private static final String[] PROPERTIES = {
    "price_on_property", "quantity_on_property", "sku_on_property", "readiness_state_on_property"
  };

  private final JsonMapper json;

  EtsyInventory(JsonMapper json) {
    this.json = json;
  }

  /**
   * The inventory to be written.
   *
   * @param othersEnd whether what else the listing holds is to show no units: where it was off
   *     sale, its old figures say nothing
   * @throws ChannelException of kind {@code REFUSED} when the listing does not hold the article
   */
  ObjectNode with(JsonNode read, Sku sku, Money price, Quantity quantity, boolean othersEnd) {
    ObjectNode written = json.createObjectNode();
    ArrayNode products = written.putArray("products");
    for (JsonNode product : read.path("products")) {
      if (!product.path("is_deleted").asBoolean(false)) {
        ObjectNode copy = products.addObject();
        copy.put("sku", product.path("sku").asString(""));
        offerings(copy, product, othersEnd);
        values(copy, product);
      }
    }
    figures(products, sku, price, quantity);
    for (String property : PROPERTIES) {
      if (read.has(property)) {
        written.set(property, read.get(property));
      }
    }
    return written;
  }

  private static void offerings(ObjectNode copy, JsonNode product, boolean end) {
    ArrayNode offerings = copy.putArray("offerings");
    for (JsonNode offering : product.path("offerings")) {
      if (!offering.path("is_deleted").asBoolean(false)) {
        ObjectNode kept = offerings.addObject();
        kept.put("quantity", end ? 0 : offering.path("quantity").asInt());
        kept.put("is_enabled", offering.path("is_enabled").asBoolean());
        kept.put("price", new BigDecimal(EtsyOrders.money(offering.path("price")).amount()));
        if (offering.hasNonNull("readiness_state_id")) {
          kept.set("readiness_state_id", offering.get("readiness_state_id"));
        }
      }
    }
  }

  private static void values(ObjectNode copy, JsonNode product) {
    ArrayNode values = copy.putArray("property_values");
    for (JsonNode value : product.path("property_values")) {
      ObjectNode kept = values.addObject();
      for (String field : new String[] {"property_id", "property_name", "scale_id"}) {
        if (value.hasNonNull(field)) {
          kept.set(field, value.get(field));
        }
      }
      kept.set("value_ids", value.path("value_ids"));
      kept.set("values", value.path("values"));
    }
  }

  private static void figures(ArrayNode products, Sku sku, Money price, Quantity quantity) {
    ObjectNode product = product(products, sku);
    product.put("sku", sku.value());
    for (JsonNode offering : product.path("offerings")) {
      ((ObjectNode) offering).put("quantity", Math.min(MOST, quantity.value()));
      ((ObjectNode) offering).put("price", new BigDecimal(price.amount()));
      ((ObjectNode) offering).put("is_enabled", true);
    }
  }

  private static ObjectNode product(ArrayNode products, Sku sku) {
    if (sku.value().length() > EtsyTypes.LONGEST_SKU) {
      throw refused("Etsy takes SKUs of up to " + EtsyTypes.LONGEST_SKU + " characters");
    }
    for (JsonNode product : products) {
      if (product.path("sku").asString("").equals(sku.value())) {
        return (ObjectNode) product;
      }
    }
    if (products.size() == 1 && products.get(0).path("sku").asString("").isEmpty()) {
      return (ObjectNode) products.get(0);
    }
    throw refused("the listing does not hold " + sku.value());
  }

  /** All units that buyers could get by it. */
  static int units(JsonNode inventory) {
    int units = 0;
    for (JsonNode product : inventory.path("products")) {
      for (JsonNode offering : product.path("offerings")) {
        units += offering.path("is_enabled").asBoolean() ? offering.path("quantity").asInt() : 0;
      }
    }
    return units;
  }

  static ChannelException refused(String why) {
    return new ChannelException(Kind.REFUSED, why, Duration.ZERO, null);
  }
}
