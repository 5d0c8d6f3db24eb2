package kontor.connector.ebay;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.ListingPage;
import kontor.connector.channel.Percent;
import kontor.connector.channel.ReportedListing;
import kontor.connector.channel.ReportedListing.State;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import tools.jackson.databind.JsonNode;

/**
 * Reads what stands on eBay of ours: the item has the quantity, its offer on our site the price and
 * the listing. Two calls an article.
 */
final class EbayListings {

  private static final String INVENTORY = "/sell/inventory/v1";
  private static final int PAGE = 100;

  private final EbayClient client;
  private final Account account;

  EbayListings(EbayClient client, Account account) {
    this.client = client;
    this.account = account;
  }

  List<ReportedListing> find(Collection<Sku> skus) {
    return skus.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /** In the list of items the offset counts pages. */
  ListingPage all(Optional<String> cursor) {
    String page = cursor.orElse("0");
    JsonNode items =
        client.get(INVENTORY + "/inventory_item?limit=" + PAGE + "&offset=" + page).body();
    List<ReportedListing> listings =
        items
            .path("inventoryItems")
            .valueStream()
            .map(item -> listing(new Sku(item.path("sku").asString()), item))
            .flatMap(Optional::stream)
            .toList();
    boolean more = items.hasNonNull("next");
    return new ListingPage(
        listings,
        more ? Optional.of(Integer.toString(Integer.parseInt(page) + 1)) : Optional.empty());
  }

  /** Our offer of the article on our site. */
  Optional<JsonNode> offer(Sku sku) {
    return client
        .find(INVENTORY + "/offer?sku=" + Percent.encode(sku.value()))
        .flatMap(
            answer ->
                answer
                    .body()
                    .path("offers")
                    .valueStream()
                    .filter(
                        offer ->
                            offer
                                .path("marketplaceId")
                                .asString()
                                .equals(account.setting(EbayFields.MARKETPLACE)))
                    .findFirst());
  }

  private Optional<ReportedListing> find(Sku sku) {
    return client
        .find(INVENTORY + "/inventory_item/" + Percent.encode(sku.value()))
        .flatMap(item -> listing(sku, item.body()));
  }

  private Optional<ReportedListing> listing(Sku sku, JsonNode item) {
    return offer(sku)
        .map(
            offer ->
                new ReportedListing(
                    sku,
                    offer.path("offerId").asString(),
                    Optional.of(offer.at("/listing/listingId").asString(""))
                        .filter(id -> !id.isEmpty()),
                    state(offer),
                    item.at("/product/title").asString(""),
                    gtin(item.at("/product/ean/0").asString("")),
                    price(offer.at("/pricingSummary/price")),
                    Optional.of(
                        new Quantity(
                            item.at("/availability/shipToLocationAvailability/quantity").asInt(0))),
                    List.of()));
  }

  /** Out of stock is hidden from buyers, and live for us: it comes back by itself. */
  private static State state(JsonNode offer) {
    if (!offer.path("status").asString("").equals("PUBLISHED")) {
      return State.ENDED;
    }
    return switch (offer.at("/listing/listingStatus").asString("")) {
      case "ACTIVE", "OUT_OF_STOCK" -> State.LIVE;
      case "ENDED", "EBAY_ENDED", "NOT_LISTED" -> State.ENDED;
      default -> State.HIDDEN;
    };
  }

  private static Optional<Money> price(JsonNode price) {
    return price.isMissingNode()
        ? Optional.empty()
        : Optional.of(Money.of(price.path("value").asString(), price.path("currency").asString()));
  }

  /** eBay wants {@code Does not apply} where there is none. */
  private static Optional<Gtin> gtin(String ean) {
    try {
      return Optional.of(new Gtin(ean));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
