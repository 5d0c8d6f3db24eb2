package kontor.sandbox.ebay;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import kontor.sandbox.http.Router;
import kontor.sandbox.state.Store;

/**
 * One seller's eBay: what he has there, and the calls on it.
 *
 * @param router all calls; those that belong to no seller are the same at every desk
 */
record Desk(
    Seller seller,
    Shelf shelf,
    Orders orders,
    Checkout checkout,
    Returns returns,
    Payouts payouts,
    Router router) {

  /** What all sellers share. */
  record Shared(
      Tables tables,
      Limits limits,
      Tokens tokens,
      Cancelling cancelling,
      Settling settling,
      SigningKeys signingKeys,
      NotificationKey notificationKey,
      Categories categories,
      Buyers buyers,
      Clock clock,
      Store store) {}

  static Desk of(Seller seller, Shared shared) {
    Store store = shared.store();
    Shelf shelf = new Shelf(shared.tables(), seller.username(), store, shared.limits());
    Orders orders =
        new Orders(shared.tables(), seller.username(), shared.cancelling(), shared.clock());
    Checkout checkout =
        new Checkout(seller.username(), shelf, orders, shared.buyers(), shared.clock(), store);
    Returns returns = new Returns(shared.tables(), seller.username(), orders, store);
    Payouts payouts = new Payouts(shared.tables(), seller.username(), orders, store);
    Readiness readiness = new Readiness(shelf, new Specifics(shared.categories()));
    OrderCalls orderCalls = new OrderCalls(orders);
    HttpSignatures signatures = new HttpSignatures(shared.signingKeys());
    Router router =
        new Router(
            Stream.of(
                    Routes.shared(shared.tokens(), shared.signingKeys(), shared.notificationKey()),
                    Routes.taxonomy(new CategoryCalls(shared.categories())),
                    Routes.items(new ItemCalls(shelf), new StockCalls(shelf)),
                    Routes.offers(
                        new OfferCalls(shelf, readiness), new ListingCalls(shelf, readiness)),
                    Routes.locations(new LocationCalls(shelf)),
                    Routes.orders(orderCalls, new ShipmentCalls(orders, orderCalls, store)),
                    Routes.afterSale(
                        new RefundCalls(orders, shared.settling(), signatures, seller, store),
                        new CancelCalls(orders, shared.cancelling(), signatures, seller),
                        new ReturnCalls(returns)),
                    Routes.finances(new FinanceCalls(payouts, signatures, seller)))
                .flatMap(List::stream)
                .toList());
    return new Desk(seller, shelf, orders, checkout, returns, payouts, router);
  }
}
