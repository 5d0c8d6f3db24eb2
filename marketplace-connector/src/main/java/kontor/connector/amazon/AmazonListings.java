package kontor.connector.amazon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.ListingPage;
import kontor.connector.channel.Percent;
import kontor.connector.channel.ReportedListing;
import kontor.connector.channel.ReportedListing.Issue;
import kontor.connector.channel.ReportedListing.State;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import tools.jackson.databind.JsonNode;

/** Reads what stands on Amazon of ours (searchListingsItems), twenty articles a call. */
final class AmazonListings {

  private static final int MOST = 20;

  /** Amazon pages to so many and no further, and may not count further either. */
  private static final int REACHABLE = 1_000;

  private static final String PARTS = "summaries,issues,offers,fulfillmentAvailability,attributes";

  private final AmazonClient client;
  private final Account account;

  AmazonListings(AmazonClient client, Account account) {
    this.client = client;
    this.account = account;
  }

  List<ReportedListing> find(Collection<Sku> skus) {
    List<ReportedListing> found = new ArrayList<>();
    List<Sku> all = List.copyOf(skus);
    for (int from = 0; from < all.size(); from += MOST) {
      found.addAll(page(all.subList(from, Math.min(all.size(), from + MOST))));
    }
    return found;
  }

  /** Those of at most twenty that are there. */
  List<ReportedListing> page(Collection<Sku> skus) {
    String identifiers =
        skus.stream().map(sku -> Percent.encode(sku.value())).collect(Collectors.joining(","));
    String path = path() + "&identifiersType=SKU&identifiers=" + identifiers;
    return page(client.get(AmazonLimits.SEARCH_LISTINGS, path)).listings();
  }

  /** All of the account by twenty at a time; empty if there are more than can be paged to. */
  Optional<ListingPage> all(Optional<String> cursor) {
    String path = path() + "&sortBy=sku&sortOrder=ASC";
    String token = cursor.map(c -> "&pageToken=" + Percent.encode(c)).orElse("");
    JsonNode page = client.get(AmazonLimits.SEARCH_LISTINGS, path + token);
    boolean reachable = page.path("numberOfResults").asInt(0) < REACHABLE;
    return reachable ? Optional.of(page(page)) : Optional.empty();
  }

  /** Takes an article off; that it is not there is what was wanted. */
  void delete(String item) {
    client
        .remove(AmazonLimits.DELETE_LISTING, item)
        .flatMap(AmazonIssues::errors)
        .ifPresent(
            why -> {
              throw new ChannelException(Kind.REFUSED, why, Duration.ZERO, null);
            });
  }

  private String path() {
    return "/listings/2021-08-01/items/"
        + Percent.encode(account.setting(AmazonFields.SELLER))
        + "?marketplaceIds="
        + account.setting(AmazonFields.MARKETPLACE)
        + "&includedData="
        + PARTS
        + "&pageSize="
        + MOST;
  }

  private ListingPage page(JsonNode page) {
    List<ReportedListing> listings = new ArrayList<>();
    for (JsonNode item : page.path("items")) {
      listings.add(listing(item));
    }
    String next = page.at("/pagination/nextToken").asString("");
    return new ListingPage(listings, Optional.of(next).filter(token -> !token.isEmpty()));
  }

  private ReportedListing listing(JsonNode item) {
    JsonNode summary = item.at("/summaries/0");
    List<Issue> issues = new ArrayList<>();
    item.path("issues").forEach(issue -> issues.add(AmazonIssues.read(issue)));
    String asin = summary.path("asin").asString("");
    return new ReportedListing(
        new Sku(item.path("sku").asString()),
        item.path("sku").asString(),
        Optional.of(asin).filter(id -> !id.isEmpty()),
        state(summary),
        summary.path("itemName").asString(""),
        gtin(item),
        price(item),
        quantity(item),
        issues);
  }

  private static State state(JsonNode summary) {
    for (JsonNode status : summary.path("status")) {
      if (status.asString().equals("BUYABLE") || status.asString().equals("DISCOVERABLE")) {
        return State.LIVE;
      }
    }
    return State.HIDDEN;
  }

  /** Amazon's own stock has another code and is not ours. */
  private static Optional<Quantity> quantity(JsonNode item) {
    for (JsonNode stock : item.path("fulfillmentAvailability")) {
      if (stock.path("fulfillmentChannelCode").asString().equals(AmazonDocuments.OWN_STOCK)) {
        return Optional.of(new Quantity(stock.path("quantity").asInt(0)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Money> price(JsonNode item) {
    for (JsonNode offer : item.path("offers")) {
      if (offer.path("offerType").asString("").equals("B2C")) {
        JsonNode price = offer.path("price");
        return Optional.of(
            Money.of(
                price.path("amount").asString(),
                price.path("currencyCode").asString(price.path("currency").asString(""))));
      }
    }
    return Optional.empty();
  }

  private static Optional<Gtin> gtin(JsonNode item) {
    String value =
        item.at("/attributes/externally_assigned_product_identifier/0/value").asString("");
    try {
      return value.isEmpty() ? Optional.empty() : Optional.of(new Gtin(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
