package kontor.connector.ebay;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.Cancellation;
import kontor.connector.channel.Cancellations;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.Endings;
import kontor.connector.channel.FeeReports;
import kontor.connector.channel.ListingPage;
import kontor.connector.channel.ListingReports;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.Pace;
import kontor.connector.channel.Percent;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductTypes;
import kontor.connector.channel.Progress;
import kontor.connector.channel.Published;
import kontor.connector.channel.Pushed;
import kontor.connector.channel.Refund;
import kontor.connector.channel.Refunds;
import kontor.connector.channel.ReportedListing;
import kontor.connector.channel.ReturnReports;
import kontor.connector.channel.Shipment;
import kontor.contracts.Sku;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * eBay by its Sell APIs (Inventory 1.18, Fulfillment 1.20, Finances 1.15, Taxonomy 1.1). Items and
 * offers are replaced whole, as eBay wants it; price and quantity go in bulk.
 */
final class EbayChannel
    implements MarketplaceChannel,
        ListingReports,
        ProductTypes,
        Endings,
        Cancellations,
        Refunds,
        ReturnReports,
        FeeReports {

  private static final String INVENTORY = "/sell/inventory/v1";
  private static final int BATCH = 25;

  private final Account account;
  private final Pace pace;
  private final EbayClient client;
  private final EbayDocuments documents;
  private final EbayTypes types;
  private final EbayListings listings;
  private final EbayShipments shipments;
  private final EbayOrderPages orders;
  private final EbayCancellations cancellations;
  private final EbayRefunds refunds;
  private final EbayReturns returns;
  private final EbayPayouts payouts;
  private boolean locationKnown;

  EbayChannel(
      Account account, EbaySettings settings, AccountAccess access, JsonMapper json, Clock clock) {
    this.account = account;
    pace = new Pace(EbayLimits.DAILY, access.levels(), clock);
    EbaySigner signer = new EbaySigner(account, access.token(), clock);
    client = new EbayClient(settings.baseUrl(), account, access.token(), pace, json, signer);
    documents = new EbayDocuments(account, settings.pictureUrl());
    EbayTokens tokens = new EbayTokens(settings, json);
    EbayClient own = client.with(new EbayApplicationToken(tokens, access.token(), clock));
    types = new EbayTypes(new EbayTaxonomy(own, account, clock), account, clock);
    listings = new EbayListings(client, account);
    shipments = new EbayShipments(client, documents);
    orders = new EbayOrderPages(client);
    cancellations = new EbayCancellations(client);
    refunds = new EbayRefunds(client);
    returns = new EbayReturns(client);
    payouts =
        new EbayPayouts(
            new EbayClient(settings.financesUrl(), account, access.token(), pace, json, signer));
  }

  @Override
  public Account account() {
    return account;
  }

  @Override
  public String title() {
    return "eBay." + account.country().value().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<ProductType> productType(Optional<String> category) {
    return types.find(category.orElse(account.setting(EbayFields.CATEGORY)));
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
    Optional<String> existing = known(offer.sku());
    String offerId = existing.orElseGet(() -> create(offer));
    if (existing.isPresent()) {
      client.put(INVENTORY + "/offer/" + offerId, documents.offerUpdate(offer));
    }
    JsonNode published = client.post(INVENTORY + "/offer/" + offerId + "/publish", null).body();
    return Published.live(offerId, published.path("listingId").asString());
  }

  /** The offer stays; eBay gives it a new listing id. */
  @Override
  public Published relist(Offer offer, Optional<String> listingId) {
    return publish(offer);
  }

  @Override
  public void end(Sku sku, String offerId) {
    client.postUnlessGone(INVENTORY + "/offer/" + offerId + "/withdraw");
  }

  private Optional<String> known(Sku sku) {
    return listings.offer(sku).map(offer -> offer.path("offerId").asString());
  }

  /**
   * If it has come about meanwhile, somebody was quicker, or the answer to an earlier call lost.
   */
  private String create(Offer offer) {
    try {
      return client
          .post(INVENTORY + "/offer", documents.offer(offer))
          .body()
          .path("offerId")
          .asString();
    } catch (ChannelException e) {
      if (e.kind() != ChannelException.Kind.REFUSED) {
        throw e;
      }
      String there = known(offer.sku()).orElseThrow(() -> e);
      client.put(INVENTORY + "/offer/" + there, documents.offerUpdate(offer));
      return there;
    }
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
    return orders.page(from, to, cursor);
  }

  @Override
  public OrderPage order(String externalId) {
    return orders.single(externalId);
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

  @Override
  public boolean byLine() {
    return false;
  }

  @Override
  public Progress cancel(String externalId, Cancellation cancellation, Optional<String> ticket) {
    return cancellations.cancel(externalId, cancellation, ticket);
  }

  @Override
  public Progress refund(String externalId, Refund refund, Optional<String> ticket) {
    return refunds.refund(externalId, refund, ticket);
  }

  @Override
  public List<ReportedReturn> returns(Instant from, Instant to) {
    return returns.opened(from, to);
  }

  @Override
  public List<ClosedSettlement> closedSettlements(Instant since) {
    return payouts.closedSince(since);
  }

  @Override
  public Settlement settlement(String report) {
    return payouts.read(report);
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
}
