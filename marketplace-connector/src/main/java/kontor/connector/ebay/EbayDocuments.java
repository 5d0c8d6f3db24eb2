package kontor.connector.ebay;

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

/** Our offers and shipments as the documents that eBay takes. */
final class EbayDocuments {

  private final Account account;
  private final String pictureUrl;

  EbayDocuments(Account account, String pictureUrl) {
    this.account = account;
    this.pictureUrl = pictureUrl;
  }

  Object item(Offer offer) {
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("title", Shortened.atWord(offer.title(), EbayTypes.LONGEST_TITLE));
    product.put("description", Shortened.atWord(offer.text(), EbayTypes.LONGEST_TEXT));
    product.put("ean", List.of(offer.gtin() == null ? "Does not apply" : offer.gtin().value()));
    product.put("imageUrls", offer.images().stream().map(this::absolute).toList());
    Map<String, List<String>> aspects = aspects(offer);
    List<String> brand = aspects.getOrDefault(brandThere(), List.of());
    brand.stream().findFirst().ifPresent(name -> product.put(EbayTypes.BRAND, name));
    if (!aspects.isEmpty()) {
      product.put("aspects", aspects);
    }
    return Map.of(
        "availability",
        Map.of("shipToLocationAvailability", quantity(offer.quantity())),
        "condition",
        "NEW",
        "product",
        product);
  }

  /**
   * By the site's names. The brand is one of them as well as a field: sellers report that eBay
   * misses the item specific where only the field has it.
   */
  private Map<String, List<String>> aspects(Offer offer) {
    Map<String, List<String>> aspects = new LinkedHashMap<>();
    offer
        .placement()
        .first(EbayTypes.BRAND)
        .or(() -> Optional.ofNullable(offer.brand()))
        .ifPresent(name -> aspects.put(brandThere(), List.of(name)));
    offer.options().forEach(option -> aspects.put(option.name(), List.of(option.value())));
    aspects.putAll(offer.placement().attributes());
    aspects.remove(EbayTypes.BRAND);
    return aspects;
  }

  private String brandThere() {
    return EbayAspects.brand(account.setting(EbayFields.MARKETPLACE));
  }

  Object offer(Offer offer) {
    Map<String, Object> document = update(offer);
    document.put("sku", offer.sku().value());
    document.put("marketplaceId", account.setting(EbayFields.MARKETPLACE));
    document.put("format", "FIXED_PRICE");
    return document;
  }

  Object offerUpdate(Offer offer) {
    return update(offer);
  }

  private Map<String, Object> update(Offer offer) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "categoryId", offer.placement().category().orElse(account.setting(EbayFields.CATEGORY)));
    document.put("merchantLocationKey", account.setting(EbayFields.LOCATION));
    document.put("pricingSummary", Map.of("price", money(offer.price())));
    document.put(
        "listingPolicies",
        Map.of(
            "fulfillmentPolicyId", account.setting(EbayFields.FULFILLMENT_POLICY),
            "paymentPolicyId", account.setting(EbayFields.PAYMENT_POLICY),
            "returnPolicyId", account.setting(EbayFields.RETURN_POLICY)));
    return document;
  }

  Object bulk(List<PriceAndQuantity> offers) {
    return Map.of(
        "requests",
        offers.stream()
            .map(
                offer ->
                    Map.of(
                        "sku", offer.sku().value(),
                        "shipToLocationAvailability", quantity(offer.quantity()),
                        "offers",
                            List.of(
                                Map.of(
                                    "offerId", offer.offerId(),
                                    "price", money(offer.price())))))
            .toList());
  }

  Object location() {
    return Map.of(
        "name",
        "Main warehouse",
        "merchantLocationStatus",
        "ENABLED",
        "locationTypes",
        List.of("WAREHOUSE"),
        "location",
        Map.of("address", Map.of("country", account.country().value(), "postalCode", "10115")));
  }

  Object fulfillment(Shipment shipment, String tracking) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "lineItems",
        shipment.lines().stream()
            .map(l -> Map.of("lineItemId", l.externalLineId(), "quantity", l.quantity().value()))
            .toList());
    document.put("shippedDate", EbayOrderPages.time(shipment.shippedAt()));
    if (!tracking.isEmpty()) {
      document.put("shippingCarrierCode", shipment.carrier());
      document.put("trackingNumber", tracking);
    }
    return document;
  }

  private static Map<String, Integer> quantity(Quantity quantity) {
    return Map.of("quantity", quantity.value());
  }

  private static Map<String, String> money(Money money) {
    return Map.of("value", money.amount(), "currency", money.currency().getCurrencyCode());
  }

  private String absolute(String image) {
    return image.startsWith("/") ? pictureUrl + image : image;
  }
}
