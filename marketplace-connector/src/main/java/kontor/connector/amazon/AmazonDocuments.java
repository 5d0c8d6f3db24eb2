package kontor.connector.amazon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.Offer;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Shipment;
import kontor.connector.channel.Shortened;
import kontor.contracts.Money;
import kontor.contracts.Quantity;

/** Our offers and shipments as the documents that Amazon takes (Listings Items 2021-08-01). */
final class AmazonDocuments {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_PICTURES = 9;

  /** Stock in our own warehouses; Amazon's has other codes, which are not ours to write. */
  static final String OWN_STOCK = "DEFAULT";

  private final String marketplace;
  private final String language;
  private final String productType;
  private final String brand;
  private final String origin;
  private final String pictureUrl;

  AmazonDocuments(Account account, String pictureUrl) {
    this.marketplace = account.setting(AmazonFields.MARKETPLACE);
    this.language = account.setting(AmazonFields.LANGUAGE);
    this.productType = account.setting(AmazonFields.PRODUCT_TYPE);
    this.brand = account.setting(AmazonFields.BRAND);
    this.origin = account.setting(AmazonFields.ORIGIN);
    this.pictureUrl = pictureUrl;
  }

  /** The product type of articles without a mapping. */
  String defaultType() {
    return productType;
  }

  /**
   * A whole listing.
   *
   * @param schema of its product type; needed where attributes are given for it
   * @param asin of Amazon's page that it belongs to, where it had one
   */
  Map<String, Object> item(Offer offer, Optional<AmazonSchema> schema, Optional<String> asin) {
    return Map.of(
        "productType",
        offer.placement().category().orElse(productType),
        "requirements",
        "LISTING",
        "attributes",
        attributes(offer, schema, asin));
  }

  /** All that is said of it. */
  Map<String, Object> attributes(
      Offer offer, Optional<AmazonSchema> schema, Optional<String> asin) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    asin.ifPresent(id -> attributes.put("merchant_suggested_asin", plain(id)));
    attributes.put("item_name", text(Shortened.atWord(offer.title(), LONGEST_TITLE)));
    attributes.put("product_description", text(Shortened.atWord(offer.text(), LONGEST_TEXT)));
    boolean mapped = offer.placement().category().isPresent();
    String named = offer.brand() == null && !mapped ? brand : offer.brand();
    if (named != null) {
      attributes.put("brand", text(named));
    }
    attributes.put("country_of_origin", plain(origin));
    attributes.put("condition_type", plain("new_new"));
    identify(offer, mapped, attributes);
    pictures(offer, attributes);
    attributes.put("purchasable_offer", price(offer.price()));
    attributes.put("fulfillment_availability", quantity(offer.quantity()));
    schema.ifPresent(
        type ->
            offer
                .placement()
                .attributes()
                .forEach(
                    (name, values) ->
                        attributes.put(name, type.entries(name, values, language, marketplace))));
    return attributes;
  }

  /** Price and quantity alone; merging keeps what else is said of the stock, such as lead times. */
  Map<String, Object> figures(PriceAndQuantity offer) {
    return Map.of(
        "productType",
        "PRODUCT",
        "patches",
        List.of(
            patch("replace", "purchasable_offer", price(offer.price())),
            patch("merge", "fulfillment_availability", quantity(offer.quantity()))));
  }

  /** A message of a JSON_LISTINGS_FEED with price and quantity. */
  Map<String, Object> message(int id, PriceAndQuantity offer) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("messageId", id);
    message.put("sku", offer.sku().value());
    message.put("operationType", "PATCH");
    message.putAll(figures(offer));
    return message;
  }

  Map<String, Object> shipment(Shipment shipment, String reference) {
    Map<String, Object> parcel = new LinkedHashMap<>();
    String tracking = shipment.trackingNumber();
    parcel.put("packageReferenceId", reference);
    parcel.put("carrierCode", shipment.carrier());
    parcel.put("carrierName", shipment.carrier());
    parcel.put("trackingNumber", tracking == null ? "" : tracking);
    parcel.put("shipDate", shipment.shippedAt().toString());
    parcel.put(
        "orderItems",
        shipment.lines().stream()
            .map(l -> Map.of("orderItemId", l.externalLineId(), "quantity", l.quantity().value()))
            .toList());
    return Map.of("marketplaceId", marketplace, "packageDetail", parcel);
  }

  /** Of articles without a mapping it is taken that they need no GTIN where they have none. */
  private void identify(Offer offer, boolean mapped, Map<String, Object> attributes) {
    var gtin = offer.gtin();
    if (gtin == null && mapped) {
      return;
    }
    if (gtin == null) {
      attributes.put("supplier_declared_has_product_identifier_exemption", plain(true));
    } else {
      attributes.put(
          "externally_assigned_product_identifier",
          List.of(Map.of("type", "ean", "value", gtin.value(), "marketplace_id", marketplace)));
    }
  }

  private void pictures(Offer offer, Map<String, Object> attributes) {
    List<String> images = offer.images();
    for (int i = 0; i < Math.min(images.size(), MOST_PICTURES); i++) {
      String name = i == 0 ? "main_product_image_locator" : "other_product_image_locator_" + i;
      attributes.put(
          name,
          List.of(
              Map.of("media_location", absolute(images.get(i)), "marketplace_id", marketplace)));
    }
  }

  private List<Map<String, Object>> price(Money price) {
    Map<String, Object> amount = Map.of("value_with_tax", new BigDecimal(price.amount()));
    List<Object> schedule = new ArrayList<>();
    schedule.add(Map.of("schedule", List.of(amount)));
    return List.of(
        Map.of(
            "marketplace_id", marketplace,
            "currency", price.currency().getCurrencyCode(),
            "our_price", schedule));
  }

  private static List<Map<String, Object>> quantity(Quantity quantity) {
    return List.of(Map.of("fulfillment_channel_code", OWN_STOCK, "quantity", quantity.value()));
  }

  private List<Map<String, Object>> plain(Object value) {
    return List.of(Map.of("value", value, "marketplace_id", marketplace));
  }

  private List<Map<String, Object>> text(String value) {
    return List.of(Map.of("value", value, "language_tag", language, "marketplace_id", marketplace));
  }

  private static Map<String, Object> patch(String how, String attribute, Object value) {
    return Map.of("op", how, "path", "/attributes/" + attribute, "value", value);
  }

  private String absolute(String image) {
    return image.startsWith("/") ? pictureUrl + image : image;
  }
}
