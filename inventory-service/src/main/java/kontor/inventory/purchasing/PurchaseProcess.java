package kontor.inventory.purchasing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kontor.contracts.LocationId;
import kontor.contracts.PurchaseOrderId;
import kontor.contracts.Quantity;
import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLineShortClosed;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderCancelled;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderRescheduled;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderSent;
import kontor.contracts.purchasing.PurchaseOrderEvent.ReceivedGoods;
import kontor.contracts.stock.GoodsCost;
import kontor.eventstore.Origin;
import kontor.eventstore.command.Versioned;
import kontor.inventory.stock.Place;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;

/**
 * Carries out on the stock of each SKU what an order to a supplier has decided. The order's stream
 * is the fact; doing it again on the stock does nothing, so a crash between any two steps is made
 * good by the repetition.
 */
public final class PurchaseProcess {

  private final Stock stock;
  private final PurchaseOrders orders;
  private final Function<LocationId, Place> places;

  /**
   * @param places what each location is there for
   */
  public PurchaseProcess(Stock stock, PurchaseOrders orders, Function<LocationId, Place> places) {
    this.stock = stock;
    this.orders = orders;
    this.places = places;
  }

  /** Follows the order. */
  public void on(PurchaseOrderEvent event, Origin origin) {
    if (event instanceof GoodsReceived received) {
      book(received, origin);
      expect(event.order(), received.goods().stream().map(ReceivedGoods::line).toList(), origin);
    } else if (event instanceof PurchaseLineShortClosed closed) {
      expect(event.order(), List.of(closed.line()), origin);
    } else if (event instanceof PurchaseOrderSent
        || event instanceof PurchaseOrderRescheduled
        || event instanceof PurchaseOrderCancelled) {
      List<PurchaseLine> lines = orders.now(event.order()).state().lines();
      expect(event.order(), lines.stream().map(PurchaseLine::line).toList(), origin);
    }
  }

  private void book(GoodsReceived received, Origin origin) {
    int number = 1;
    for (ReceivedGoods goods : received.goods()) {
      String reference = "purchase/" + received.order() + "/" + received.receipt() + "/" + number++;
      StockCommand receive =
          new StockCommand.Receive(
              places.apply(goods.location()),
              goods.quantity(),
              reference,
              Optional.of(new GoodsCost(goods.cost(), null)),
              Optional.of(received.receivedAt()));
      stock.handle(goods.sku(), receive, origin);
    }
  }

  /** Says what is open as the order stands now, whatever event came late. */
  private void expect(PurchaseOrderId order, List<Integer> lines, Origin origin) {
    Versioned<PurchaseOrder> now = orders.now(order);
    now.state()
        .progress()
        .ifPresent(
            sent -> {
              boolean ended = now.state() instanceof PurchaseOrder.Ended;
              for (PurchaseLine line : now.state().lines()) {
                if (lines.contains(line.line())) {
                  int open = ended ? 0 : sent.open(line);
                  StockCommand expect =
                      new StockCommand.Expect(
                          line.location(),
                          order + "/" + line.line(),
                          new Quantity(open),
                          sent.expectedOn(),
                          now.version());
                  stock.handle(line.sku(), expect, origin);
                }
              }
            });
  }
}
