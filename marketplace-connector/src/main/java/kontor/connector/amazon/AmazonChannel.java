package kontor.connector.amazon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.CallLimit;
import kontor.connector.channel.CallsLeft;
import kontor.connector.channel.Cancellation;
import kontor.connector.channel.Cancellations;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.CompetitorOffers;
import kontor.connector.channel.Endings;
import kontor.connector.channel.FeeReports;
import kontor.connector.channel.HintQueue;
import kontor.connector.channel.Hints;
import kontor.connector.channel.ListingPage;
import kontor.connector.channel.ListingReports;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Objection;
import kontor.connector.channel.Offer;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.Pace;
import kontor.connector.channel.Placement;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductTypes;
import kontor.connector.channel.Progress;
import kontor.connector.channel.Published;
import kontor.connector.channel.Pushed;
import kontor.connector.channel.RefundFiles;
import kontor.connector.channel.ReportedListing;
import kontor.connector.channel.ReturnReports;
import kontor.connector.channel.Shipment;
import kontor.connector.channel.Submissions;
import kontor.contracts.Sku;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A seller's account at one of Amazon's sites: Listings Items 2021-08-01, Feeds 2021-06-30, Orders
 * 2026-01-01 for reading and v0 for shipments, feeds for cancellations and refunds, Reports
 * 2021-06-30 for returns, settlements and large catalogues, Product Pricing v0 for competitors,
 * Notifications v1 for hints. What Amazon accepts is not done yet: it is asked again.
 */
final class AmazonChannel
    implements MarketplaceChannel,
        Submissions,
        ListingReports,
        ProductTypes,
        Endings,
        Cancellations,
        RefundFiles,
        ReturnReports,
        FeeReports,
        CompetitorOffers,
        Hints {

  private static final int MOST_IN_FEED = 10_000;

  private final Account account;
  private final AmazonSettings settings;
  private final Pace pace;
  private final AmazonClient client;
  private final AmazonDocuments documents;
  private final AmazonProductTypes types;
  private final AmazonFigures figures;
  private final AmazonListings listings;
  private final AmazonCatalogue catalogue;
  private final AmazonShipments shipments;
  private final AmazonOrderReader orders;
  private final AmazonCancellations cancellations;
  private final AmazonRefunds refunds;
  private final AmazonReturns returns;
  private final AmazonSettlements settlements;
  private final AmazonCompetitors competitors;
  private final Optional<HintQueue> hints;

  AmazonChannel(
      Account account,
      AmazonSettings settings,
      AccountAccess access,
      JsonMapper json,
      Clock clock) {
    this.account = account;
    this.settings = settings;
    Map<String, CallLimit> limits = new HashMap<>(AmazonLimits.ALL);
    limits.putAll(AmazonLimits.OWN);
    limits.replaceAll((operation, limit) -> limit.faster(settings.timeScale()));
    pace = new Pace(limits, access.levels(), clock);
    client = new AmazonClient(settings.baseUrl(), access.token(), pace, json);
    documents = new AmazonDocuments(account, settings.pictureUrl());
    types = new AmazonProductTypes(client, account, clock);
    listings = new AmazonListings(client, account);
    figures = new AmazonFigures(client, pace, account, documents, listings);
    shipments = new AmazonShipments(client, documents);
    AmazonFiles files = new AmazonFiles(client, account);
    catalogue = new AmazonCatalogue(files, account, settings.reportPause(), clock);
    cancellations = new AmazonCancellations(files);
    refunds = new AmazonRefunds(files, clock);
    orders = new AmazonOrderReader(client, account);
    returns = new AmazonReturns(files, orders::find, settings.reportPause());
    settlements = new AmazonSettlements(files);
    competitors = new AmazonCompetitors(client, account, clock);
    hints =
        QueueAddress.of(account)
            .map(
                queue -> AmazonHints.open(queue, client, settings, access.token(), account, clock));
  }

  @Override
  public Optional<HintQueue> hints() {
    return hints;
  }

  @Override
  public Account account() {
    return account;
  }

  @Override
  public String title() {
    return "Amazon." + account.country().value().toLowerCase(Locale.ROOT);
  }

  @Override
  public Pace pace() {
    return pace;
  }

  @Override
  public int batchSize() {
    return MOST_IN_FEED;
  }

  @Override
  public Published publish(Offer offer) {
    return put(offer, Optional.empty());
  }

  /** Amazon forgets what is deleted; the ASIN brings the article back to its page. */
  @Override
  public Published relist(Offer offer, Optional<String> listingId) {
    return put(offer, listingId);
  }

  @Override
  public void end(Sku sku, String offerId) {
    listings.delete(figures.item(sku));
  }

  private Published put(Offer offer, Optional<String> asin) {
    JsonNode answer =
        client.send(
            AmazonLimits.PUT_LISTING,
            "PUT",
            figures.item(offer.sku()),
            documents.item(offer, schema(offer.placement()), asin));
    AmazonIssues.errors(answer)
        .ifPresent(
            why -> {
              throw new ChannelException(Kind.REFUSED, why, Duration.ZERO, null);
            });
    return Published.submitted(offer.sku().value(), answer.path("submissionId").asString());
  }

  /** Nothing special needs no schema. */
  private Optional<AmazonSchema> schema(Placement placement) {
    return placement.equals(Placement.DEFAULT)
        ? Optional.empty()
        : types.find(placement.category().orElse(documents.defaultType()));
  }

  @Override
  public Optional<ProductType> productType(Optional<String> category) {
    return types
        .find(category.orElse(documents.defaultType()))
        .map(schema -> schema.productType(category.isPresent()));
  }

  @Override
  public List<Objection> objections(Offer offer) {
    Optional<AmazonSchema> schema =
        types.find(offer.placement().category().orElse(documents.defaultType()));
    return schema
        .map(type -> type.objections(documents.attributes(offer, schema, Optional.empty())))
        .orElse(List.of());
  }

  @Override
  public List<Pushed> push(List<PriceAndQuantity> offers) {
    return figures.push(offers);
  }

  @Override
  public List<Settled> settled(Map<String, List<PriceAndQuantity>> submissions) {
    return figures.settled(submissions);
  }

  @Override
  public List<ReportedListing> listings(Collection<Sku> skus) {
    return listings.find(skus);
  }

  @Override
  public ListingPage allListings(Optional<String> cursor) {
    return listings.all(cursor).orElseGet(catalogue::read);
  }

  /** As often as the bucket fills again; sooner while much of it is left. */
  @Override
  public Duration ordersEvery(Duration wanted) {
    CallsLeft left = pace.left(AmazonLimits.SEARCH_ORDERS).orElseThrow();
    Duration each = left.left() > left.burst() / 2 ? left.each().dividedBy(12) : left.each();
    return each.compareTo(wanted) > 0 ? each : wanted;
  }

  @Override
  public Duration orderLag() {
    return settings.orderLag();
  }

  /** Calls are few, and the lag allows for orders that show late. */
  @Override
  public Duration orderOverlap() {
    return settings.orderLag();
  }

  @Override
  public OrderPage orders(Instant from, Instant to, Optional<String> cursor) {
    return orders.changed(from, to, cursor);
  }

  @Override
  public OrderPage order(String externalId) {
    return orders.page(externalId);
  }

  @Override
  public Optional<String> shipment(String externalId, Shipment shipment) {
    return orders.find(externalId).flatMap(order -> shipments.find(order, shipment));
  }

  @Override
  public String confirmShipment(String externalId, Shipment shipment) {
    return shipments.confirm(externalId, shipment);
  }

  @Override
  public boolean byLine() {
    return true;
  }

  @Override
  public Progress cancel(String externalId, Cancellation cancellation, Optional<String> ticket) {
    return cancellations.cancel(() -> orders.known(externalId), cancellation, ticket);
  }

  @Override
  public int mostInFile() {
    return MOST_IN_FEED;
  }

  @Override
  public Prepared prepare(List<Asked> asked) {
    return refunds.prepare(asked);
  }

  @Override
  public Optional<String> submit(String ticket) {
    return refunds.submit(ticket);
  }

  @Override
  public boolean paidBack(String submission, String part) {
    return refunds.paidBack(submission, part);
  }

  @Override
  public List<ReportedReturn> returns(Instant from, Instant to) {
    return returns.returns(from, to);
  }

  @Override
  public List<ClosedSettlement> closedSettlements(Instant since) {
    return settlements.closedSince(since);
  }

  @Override
  public Settlement settlement(String report) {
    return settlements.read(report);
  }

  @Override
  public int mostCompared() {
    return AmazonCompetitors.MOST;
  }

  @Override
  public boolean mayCompare() {
    return pace.has(AmazonLimits.LISTING_OFFERS);
  }

  @Override
  public List<Competition> competition(Collection<Sku> skus) {
    return competitors.find(skus);
  }
}
