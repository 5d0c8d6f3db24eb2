package kontor.sandbox.ebay;

import java.util.List;
import java.util.Optional;
import kontor.sandbox.ebay.SoldOrder.Line;
import kontor.sandbox.state.Store;

/** A seller's returns. */
final class Returns {

  private final Tables tables;
  private final String seller;
  private final Orders orders;
  private final Store store;

  Returns(Tables tables, String seller, Orders orders, Store store) {
    this.tables = tables;
    this.seller = seller;
    this.orders = orders;
    this.store = store;
  }

  List<ReturnCase> newestFirst() {
    return tables.returns().newestFirst().stream().filter(this::mine).toList();
  }

  Optional<ReturnCase> find(String returnId) {
    return tables.returns().get(returnId).filter(this::mine);
  }

  private boolean mine(ReturnCase one) {
    return one.seller().equals(seller);
  }

  /** The buyer asks to send back; empty if so many of the line were not shipped. */
  Optional<ReturnCase> open(SoldOrder order, String lineItemId, int quantity, String reason) {
    Optional<Line> line =
        order.lines().stream().filter(one -> one.lineItemId().equals(lineItemId)).findFirst();
    int asked =
        newestFirst().stream()
            .filter(one -> one.lineItemId().equals(lineItemId))
            .mapToInt(ReturnCase::quantity)
            .sum();
    if (line.isEmpty() || asked + quantity > order.shippedOf(lineItemId)) {
      return Optional.empty();
    }
    String id = Long.toString(5_100_000_000L + store.next("ebay-return"));
    ReturnCase opened =
        new ReturnCase(
            id,
            seller,
            order.orderId(),
            lineItemId,
            line.get().listingId(),
            quantity,
            reason,
            orders.now(),
            false);
    tables.returns().put(id, opened);
    return Optional.of(opened);
  }

  Optional<ReturnCase> close(String returnId) {
    Optional<ReturnCase> closed = find(returnId).map(ReturnCase::close);
    closed.ifPresent(one -> tables.returns().put(returnId, one));
    return closed;
  }
}
