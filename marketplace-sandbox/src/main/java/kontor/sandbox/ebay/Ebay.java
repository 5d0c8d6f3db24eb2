package kontor.sandbox.ebay;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.sandbox.ebay.SoldOrder.Cancellation;
import kontor.sandbox.faults.Faults;
import kontor.sandbox.http.Handler;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Router;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.TimeScale;
import org.jspecify.annotations.Nullable;

/**
 * eBay: the API for the seller's program, and what the director of the sandbox can do behind it.
 */
public final class Ebay implements Handler {

  private final Store store;
  private final Limits limits;
  private final Calls calls = new Calls();
  private final Faults faults;
  private final Shelf shelf;
  private final Orders orders;
  private final Checkout checkout;
  private final Gate gate;

  public Ebay(Credentials credentials, Clock clock, TimeScale scale, Store store) {
    this.store = store;
    this.limits = new Limits(clock);
    this.faults = new Faults(clock);
    this.shelf = new Shelf(store, limits);
    this.orders = new Orders(store, clock);
    this.checkout = new Checkout(shelf, orders, new Buyers(), clock, store);
    Tokens tokens = new Tokens(credentials, clock, scale, limits, store);
    this.gate = new Gate(router(tokens), tokens, limits, faults, calls, store);
  }

  private Router router(Tokens tokens) {
    Readiness readiness = new Readiness(shelf);
    OrderCalls orderCalls = new OrderCalls(orders);
    return new Router(
        Stream.of(
                Routes.token(tokens),
                Routes.items(new ItemCalls(shelf), new StockCalls(shelf)),
                Routes.offers(new OfferCalls(shelf, readiness), new ListingCalls(shelf, readiness)),
                Routes.locations(new LocationCalls(shelf)),
                Routes.orders(orderCalls, new ShipmentCalls(orders, orderCalls, store)))
            .flatMap(List::stream)
            .toList());
  }

  /** Answers a call; the path begins after the base path. */
  @Override
  public Response handle(Request request) {
    return gate.handle(request);
  }

  /** The names of all operations, for faults. */
  public List<String> operations() {
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

  /** Lets a buyer buy; refuses what the marketplace would not sell. */
  public SoldOrder buy(Purchase purchase) {
    return store.change(() -> checkout.buy(purchase));
  }

  /** An order by its id. */
  public Optional<SoldOrder> order(String orderId) {
    return store.change(() -> orders.find(orderId));
  }

  /** The buyer pays; empty if the order is not there or does not wait for it. */
  public Optional<SoldOrder> pay(String orderId) {
    return store.change(() -> orders.find(orderId).flatMap(orders::pay));
  }

  /**
   * Cancels, or asks for it, or refuses it; empty if the order is not there or does not allow it.
   */
  public Optional<SoldOrder> cancel(String orderId, Cancellation to, @Nullable String reason) {
    return store.change(
        () -> orders.find(orderId).flatMap(order -> orders.cancel(order, to, reason)));
  }

  /** The truth about everything, to compare with. */
  public Map<String, Object> ledger() {
    return store.change(() -> new Ledger(shelf, orders, calls).show());
  }

  /** Forgets faults, counts and limits; the store is forgotten by its owner. */
  public void reset() {
    faults.clear();
    calls.clear();
    limits.reset();
  }
}
