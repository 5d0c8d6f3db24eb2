package kontor.connector.ebay;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ListingPage;
import kontor.connector.channel.ListingReports;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.Pace;
import kontor.connector.channel.Percent;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Published;
import kontor.connector.channel.Pushed;
import kontor.connector.channel.ReportedListing;
import kontor.connector.channel.Shipment;
import kontor.contracts.Sku;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * eBay by its Sell APIs (Inventory 1.18, Fulfillment 1.20). Items and offers are replaced whole, as
 * eBay wants it; price and quantity go in bulk.
 */
final class EbayChannel implements MarketplaceChannel, ListingReports {

  private static final String INVENTORY = "/sell/inventory/v1";
  static final String ORDERS = "/sell/fulfillment/v1/order";
  private static final int BATCH = 25;
  private static final int PAGE = 200;
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final Account account;
  private final Pace pace;
  private final EbayClient client;
  private final EbayDocuments documents;
  private final EbayListings listings;
  private final EbayShipments shipments;
  private final EbayOrders orders = new EbayOrders();
  private boolean locationKnown;

  EbayChannel(
      Account account, EbaySettings settings, AccountAccess access, JsonMapper json, Clock clock) {
    this.account = account;
    pace = new Pace(EbayLimits.DAILY, access.levels(), clock);
    client = new EbayClient(settings.baseUrl(), account, access.token(), pace, json);
    documents = new EbayDocuments(account, settings.pictureUrl());
    listings = new EbayListings(client, account);
    shipments = new EbayShipments(client, documents);
  }

  @Override
  public Account account() {
    return account;
  }

  @Override
  public Pace pace() {
    return pace;
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public Published publish(Offer offer) {
    ensureLocation();
    client.put(
        INVENTORY + "/inventory_item/" + Percent.encode(offer.sku().value()),
        documents.item(offer));
    Optional<String> existing =
        listings.offer(offer.sku()).map(known -> known.path("offerId").asString());
    String offerId =
        existing.orElseGet(
            () ->
                client
                    .post(INVENTORY + "/offer", documents.offer(offer))
                    .body()
                    .path("offerId")
                    .asString());
    if (existing.isPresent()) {
      client.put(INVENTORY + "/offer/" + offerId, documents.offerUpdate(offer));
    }
    JsonNode published = client.post(INVENTORY + "/offer/" + offerId + "/publish", null).body();
    return Published.live(offerId, published.path("listingId").asString());
  }

  @Override
  public List<Pushed> push(List<PriceAndQuantity> offers) {
    JsonNode answer =
        client.post(INVENTORY + "/bulk_update_price_quantity", documents.bulk(offers)).body();
    Map<String, String> refused = new HashMap<>();
    for (JsonNode part : answer.path("responses")) {
      if (part.path("statusCode").asInt() / 100 != 2) {
        refused.merge(
            sku(part, offers), EbayClient.describe(part), (one, other) -> one + "; " + other);
      }
    }
    List<Pushed> pushed = new ArrayList<>();
    for (PriceAndQuantity offer : offers) {
      String why = refused.get(offer.sku().value());
      pushed.add(why == null ? Pushed.applied(offer.sku()) : Pushed.refused(offer.sku(), why));
    }
    return pushed;
  }

  @Override
  public OrderPage orders(Instant from, Instant to, Optional<String> cursor) {
    String window = "lastmodifieddate:[" + time(from) + ".." + time(to) + "]";
    String offset = cursor.orElse("0");
    JsonNode page =
        client
            .get(
                ORDERS
                    + "?filter="
                    + Percent.encode(window)
                    + "&limit="
                    + PAGE
                    + "&offset="
                    + offset)
            .body();
    boolean more = page.hasNonNull("next") && !page.path("orders").isEmpty();
    Optional<String> next =
        more ? Optional.of(Integer.toString(Integer.parseInt(offset) + PAGE)) : Optional.empty();
    return orders.page(page.path("orders"), next);
  }

  @Override
  public OrderPage order(String externalId) {
    return client
        .find(ORDERS + "/" + Percent.encode(externalId))
        .map(known -> client.json().createArrayNode().add(known.body()))
        .map(known -> orders.page(known, Optional.empty()))
        .orElseGet(() -> new OrderPage(List.of(), List.of(), Optional.empty()));
  }

  @Override
  public List<ReportedListing> listings(Collection<Sku> skus) {
    return listings.find(skus);
  }

  @Override
  public ListingPage allListings(Optional<String> cursor) {
    return listings.all(cursor);
  }

  @Override
  public Optional<String> shipment(String externalId, Shipment shipment) {
    return shipments.find(externalId, shipment);
  }

  @Override
  public String confirmShipment(String externalId, Shipment shipment) {
    return shipments.confirm(externalId, shipment);
  }

  private synchronized void ensureLocation() {
    if (locationKnown) {
      return;
    }
    String path = INVENTORY + "/location/" + account.setting(EbayFields.LOCATION);
    try {
      client.post(path, documents.location());
    } catch (ChannelException e) {
      if (!String.valueOf(e.getMessage()).contains(": 409 ")) {
        throw e;
      }
    }
    locationKnown = true;
  }

  private static String sku(JsonNode part, List<PriceAndQuantity> offers) {
    if (part.hasNonNull("sku")) {
      return part.path("sku").asString();
    }
    String offerId = part.path("offerId").asString("");
    return offers.stream()
        .filter(offer -> offer.offerId().equals(offerId))
        .map(offer -> offer.sku().value())
        .findFirst()
        .orElse("");
  }

  /** With three decimals, as eBay writes it. */
  private static String time(Instant moment) {
    return MILLISECONDS.format(moment.truncatedTo(ChronoUnit.MILLIS));
  }
}
