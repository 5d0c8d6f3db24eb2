package kontor.sandbox.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kontor.sandbox.amazon.account.AccountCalls;
import kontor.sandbox.amazon.document.Documents;
import kontor.sandbox.amazon.feed.FeedCalls;
import kontor.sandbox.amazon.feed.Feeds;
import kontor.sandbox.amazon.feed.ListingsFeed;
import kontor.sandbox.amazon.feed.OrderFeeds;
import kontor.sandbox.amazon.gate.Books;
import kontor.sandbox.amazon.gate.Gate;
import kontor.sandbox.amazon.gate.Operation;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.amazon.listing.ItemCalls;
import kontor.sandbox.amazon.listing.Listings;
import kontor.sandbox.amazon.listing.PlannedIssues;
import kontor.sandbox.amazon.listing.SearchCall;
import kontor.sandbox.amazon.listing.Submissions;
import kontor.sandbox.amazon.listing.TypeCalls;
import kontor.sandbox.amazon.model.ModelCheck;
import kontor.sandbox.amazon.notice.NoticeCalls;
import kontor.sandbox.amazon.notice.Notices;
import kontor.sandbox.amazon.notice.QueueCalls;
import kontor.sandbox.amazon.notice.Subscriptions;
import kontor.sandbox.amazon.order.Checkout;
import kontor.sandbox.amazon.order.OrderCalls;
import kontor.sandbox.amazon.order.Orders;
import kontor.sandbox.amazon.order.ShipmentCall;
import kontor.sandbox.amazon.pricing.Market;
import kontor.sandbox.amazon.pricing.PricingCalls;
import kontor.sandbox.amazon.pricing.SummaryCalls;
import kontor.sandbox.amazon.report.ReportCalls;
import kontor.sandbox.amazon.report.Reports;
import kontor.sandbox.amazon.seller.AmazonSettings;
import kontor.sandbox.amazon.seller.Seller;
import kontor.sandbox.amazon.seller.Sellers;
import kontor.sandbox.amazon.seller.Tokens;
import kontor.sandbox.faults.Faults;
import kontor.sandbox.http.Handler;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.state.Agenda;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.TimeScale;

/** Amazon: the API for sellers' programs, and what the director can do behind it. */
public final class Amazon implements Handler {

  private final Surroundings around;
  private final Faults faults;
  private final Sellers sellers;
  private final Tokens tokens;
  private final Books books = new Books();
  private final Notices notices;
  private final Listings listings;
  private final PlannedIssues plannedIssues;
  private final Orders orders;
  private final Checkout checkout;
  private final Documents documents;
  private final Market market;
  private final Reports reports;
  private final Gate gate;

  public Amazon(AmazonSettings settings, Clock clock, TimeScale scale, Store store) {
    this.faults = new Faults(clock);
    Path models = settings.models();
    this.around =
        new Surroundings(
            clock,
            scale,
            store,
            new Agenda("amazon-agenda", store, clock),
            faults,
            models == null ? null : ModelCheck.load(models));
    this.sellers = new Sellers(settings, store);
    this.tokens = new Tokens(settings, sellers, clock, scale, store);
    Subscriptions subscriptions = new Subscriptions(store);
    this.notices = new Notices(subscriptions, store);
    this.listings = new Listings(store, notices);
    this.plannedIssues = new PlannedIssues(store);
    this.orders = new Orders(listings, around, notices);
    this.checkout = new Checkout(listings, orders, around);
    this.documents = new Documents(around);
    this.market = new Market(listings, notices, around);
    this.reports = new Reports(around, documents, orders, listings, notices);
    this.gate = new Gate(operations(subscriptions), tokens, sellers, around, books);
  }

  private List<Operation> operations(Subscriptions subscriptions) {
    Submissions submissions = new Submissions(listings, plannedIssues, around, notices);
    ListingsFeed listingsFeed = new ListingsFeed(submissions);
    OrderFeeds orderFeeds = new OrderFeeds(orders, around);
    Feeds feeds = new Feeds(around, documents, listingsFeed, orderFeeds, notices);
    return Stream.of(
            new AccountCalls(tokens).operations(),
            new TypeCalls().operations(),
            new ItemCalls(listings, submissions).operations(),
            new SearchCall(listings).operations(),
            new OrderCalls(orders, around).operations(),
            new ShipmentCall(orders, around).operations(),
            new FeedCalls(feeds, documents, around, books).operations(),
            new ReportCalls(reports, documents, around).operations(),
            new PricingCalls(market, listings).operations(),
            new SummaryCalls(market, listings).operations(),
            new NoticeCalls(subscriptions).operations())
        .flatMap(List::stream)
        .toList();
  }

  /** Answers a call; the path begins after the base path. */
  @Override
  public Response handle(Request request) {
    return gate.handle(request);
  }

  /** Files at addresses that need no token. */
  public Documents documents() {
    return documents;
  }

  /** The queues that notifications wait in, of which each seller has his own. */
  public Handler queues() {
    return new QueueCalls(notices, around);
  }

  /** The names of all operations, for faults. */
  public List<String> operations() {
    return gate.operations();
  }

  /** The faults that wait. */
  public Faults faults() {
    return faults;
  }

  /** Does something with Amazon up to date, alone, and keeps what it changed. */
  public <T> T direct(Function<Backstage, T> work) {
    return around
        .store()
        .change(
            () -> {
              around.agenda().catchUp();
              return work.apply(backstage());
            });
  }

  private Backstage backstage() {
    return new Backstage(
        sellers, tokens, listings, plannedIssues, orders, checkout, notices, market, reports);
  }

  /** The truth about a seller, to compare with. */
  public JsonNode ledger(Seller seller) {
    return direct(stage -> new Ledger(stage, books).show(seller.sellerId()));
  }

  /** Forgets faults, counts and limits; the store is forgotten by its owner. */
  public void reset() {
    faults.clear();
    gate.reset();
    notices.reset();
  }
}
