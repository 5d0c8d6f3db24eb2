package kontor.connector.etsy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Endings;
import kontor.connector.channel.FeeReports;
import kontor.connector.channel.HiddenChanges;
import kontor.connector.channel.ListingPage;
import kontor.connector.channel.ListingReports;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.Pace;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductTypes;
import kontor.connector.channel.Published;
import kontor.connector.channel.Pushed;
import kontor.connector.channel.ReportedListing;
import kontor.connector.channel.Shipment;
import kontor.connector.etsy.EtsyOffers.Figures;
import kontor.connector.etsy.EtsyOffers.Standing;
import kontor.contracts.Sku;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Etsy by its Open API v3; offer and listing are one and the same number there. */
final class EtsyChannel
    implements MarketplaceChannel,
        ListingReports,
        ProductTypes,
        Endings,
        HiddenChanges,
        FeeReports {

  private static final int BATCH = 20;
  private static final int PAGE = 100;

  private final Account account;
  private final Duration lookEvery;
  private final Pace pace;
  private final EtsyClient client;
  private final EtsyListings listings;
  private final EtsyOffers offers;
  private final EtsyReports reports;
  private final EtsyReceipts receipts;
  private final EtsyPayouts payouts;
  private final EtsyTypes types;

  EtsyChannel(
      Account account, EtsySettings settings, AccountAccess access, JsonMapper json, Clock clock) {
    this.account = account;
    lookEvery = settings.openEvery();
    pace = new Pace(EtsyLimits.DEFAULT, access.levels(), clock);
    client = new EtsyClient(settings.baseUrl(), access.token(), pace, json);
    listings = new EtsyListings(client, account.setting(EtsyFields.SHOP), clock);
    offers = new EtsyOffers(account, client, listings, settings.pictureUrl());
    reports = new EtsyReports(listings);
    types = new EtsyTypes(client, account);
    receipts = new EtsyReceipts(client, account, settings.openEvery(), clock);
    payouts = new EtsyPayouts(client, account.setting(EtsyFields.SHOP), clock);
  }

  @Override
  public Duration lookEvery() {
    return lookEvery;
  }

  @Override
  public Account account() {
    return account;
  }

  @Override
  public String title() {
    return "Etsy";
  }

  @Override
  public Optional<ProductType> productType(Optional<String> category) {
    return types.find(category);
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
    return offers.publish(offer);
  }

  /** The listing was only off sale, and has its number still. */
  @Override
  public Published relist(Offer offer, Optional<String> listingId) {
    return offers.publish(offer);
  }

  @Override
  public void end(Sku sku, String offerId) {
    offers.end(sku, offerId);
  }

  /** Read in two calls, written one by one; what is done counts when a later one fails. */
  @Override
  public List<Pushed> push(List<PriceAndQuantity> wanted) {
    Set<String> ids =
        wanted.stream()
            .map(PriceAndQuantity::offerId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, Standing> there = standing(ids);
    List<Pushed> done = new ArrayList<>();
    for (PriceAndQuantity one : wanted) {
      try {
        done.add(push(one, there));
      } catch (ChannelException e) {
        if (e.kind() == Kind.REFUSED) {
          done.add(Pushed.refused(one.sku(), String.valueOf(e.getMessage())));
        } else if (done.isEmpty()) {
          throw e;
        } else {
          return done;
        }
      }
    }
    return done;
  }

  private Map<String, Standing> standing(Set<String> ids) {
    Map<String, JsonNode> inventories = listings.inventories(ids);
    Map<String, Standing> there = new LinkedHashMap<>();
    listings
        .listings(ids)
        .forEach(
            (id, listing) -> {
              JsonNode inventory = inventories.get(id);
              if (inventory != null) {
                there.put(id, new Standing(id, listing.path("state").asString(""), inventory));
              }
            });
    return there;
  }

  private Pushed push(PriceAndQuantity one, Map<String, Standing> there) {
    Standing before = there.get(one.offerId());
    if (before == null) {
      listings.gone(one.offerId());
      return Pushed.refused(one.sku(), "the listing " + one.offerId() + " is not there any more");
    }
    Figures figures = new Figures(one.sku(), one.price(), one.quantity());
    there.put(one.offerId(), offers.bring(before, figures));
    return Pushed.applied(one.sku());
  }

  @Override
  public OrderPage orders(Instant from, Instant to, Optional<String> cursor) {
    return receipts.page(from, to, cursor);
  }

  @Override
  public OrderPage order(String externalId) {
    return receipts.order(externalId);
  }

  @Override
  public Optional<String> shipment(String externalId, Shipment shipment) {
    return receipts.shipment(externalId, shipment);
  }

  /** Each call mails the buyer: whoever calls has asked for {@link #shipment} before. */
  @Override
  public String confirmShipment(String externalId, Shipment shipment) {
    return receipts.confirm(externalId, shipment);
  }

  @Override
  public List<ReportedListing> listings(Collection<Sku> skus) {
    List<String> ids = listings.holding(skus);
    List<JsonNode> shown = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += PAGE) {
      shown.addAll(
          listings.listings(ids.subList(from, Math.min(ids.size(), from + PAGE))).values());
    }
    return reports.reported(shown).stream().filter(one -> skus.contains(one.sku())).toList();
  }

  @Override
  public ListingPage allListings(Optional<String> cursor) {
    return reports.page(cursor);
  }

  @Override
  public List<ClosedSettlement> closedSettlements(Instant since) {
    return payouts.closedSince(since);
  }

  @Override
  public Settlement settlement(String report) {
    return payouts.read(report);
  }
}
