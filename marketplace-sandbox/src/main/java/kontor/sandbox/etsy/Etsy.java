package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kontor.sandbox.faults.Faults;
import kontor.sandbox.http.Handler;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.TimeScale;

/** Etsy: the API for sellers' programs, and what the director can do behind it. */
public final class Etsy implements Handler {

  private final Store store;
  private final Shops shops;
  private final ConsentPage consentPage;
  private final Tokens tokens;
  private final Limits limits;
  private final Books books = new Books();
  private final Faults faults;
  private final Listings listings;
  private final PaymentAccount account;
  private final Receipts receipts;
  private final Checkout checkout;
  private final Gate gate;

  public Etsy(EtsySettings settings, Clock clock, TimeScale scale, Store store) {
    this.store = store;
    this.shops = new Shops(settings, store);
    this.consentPage = new ConsentPage(settings, shops, clock, scale, store);
    this.tokens = new Tokens(settings, shops, consentPage, clock, scale, store);
    this.limits = new Limits(clock, scale);
    this.faults = new Faults(clock);
    this.listings = new Listings(store, clock);
    this.account = new PaymentAccount(listings, store);
    this.receipts = new Receipts(listings, account, store);
    this.checkout = new Checkout(listings, receipts);
    this.gate = new Gate(operations(), tokens, consentPage, settings, limits, books, faults, store);
  }

  private List<Operation> operations() {
    return Stream.of(
            new ListingCalls(listings, account).operations(),
            new ImageCalls(listings).operations(),
            new InventoryCalls(listings).operations(),
            new ReceiptCalls(receipts, listings).operations(),
            new PaymentCalls(account, receipts).operations(),
            new ShopCalls().operations())
        .flatMap(List::stream)
        .toList();
  }

  /** Answers a call; the path begins after the base path. */
  @Override
  public Response handle(Request request) {
    return gate.handle(request);
  }

  /** The names of all operations, for faults. */
  public List<String> operationNames() {
    return gate.operations();
  }

  /** The faults that wait. */
  public Faults faults() {
    return faults;
  }

  /** The call limits. */
  public Limits limits() {
    return limits;
  }

  /** The shops. Used inside {@link #direct} only, as are the others. */
  public Shops shops() {
    return shops;
  }

  /** The tokens. */
  public Tokens tokens() {
    return tokens;
  }

  /** Where sellers consent. */
  public ConsentPage consentPage() {
    return consentPage;
  }

  /** The receipts. */
  public Receipts receipts() {
    return receipts;
  }

  /** The payment accounts. */
  public PaymentAccount account() {
    return account;
  }

  /** Where buyers buy. */
  public Checkout checkout() {
    return checkout;
  }

  /** Does something alone, and keeps what it changed. */
  public <T> T direct(Supplier<T> work) {
    return store.change(work);
  }

  /** The truth about a shop, to compare with. */
  public JsonNode ledger(Shop shop) {
    return direct(() -> new Ledger(listings, receipts, books).show(shop));
  }

  /** A receipt as the ledger shows it. */
  public JsonNode show(Receipt receipt) {
    return Ledger.show(receipt);
  }

  /** Forgets faults, counts and limits; the store is forgotten by its owner. */
  public void reset() {
    faults.clear();
    limits.reset();
    books.clear();
  }
}
