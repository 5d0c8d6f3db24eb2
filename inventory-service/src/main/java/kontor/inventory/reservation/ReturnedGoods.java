package kontor.inventory.reservation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;
import kontor.eventstore.Origin;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;

/** Puts goods that came back on the shelf, or books that they are unfit for it. */
final class ReturnedGoods {

  private final Stock stock;

  ReturnedGoods(Stock stock) {
    this.stock = stock;
  }

  /** Units of one line that go the same way count together: they share their reference. */
  private record Way(int line, Sku sku, boolean scrapped) {}

  void takeBack(OrderReturned returned, Bundles bundles, Origin origin) {
    Map<Way, Quantity> ways = new LinkedHashMap<>();
    for (ReturnedLine line : returned.lines()) {
      Way way = new Way(line.line(), line.sku(), line.scrapped());
      ways.merge(way, line.quantity(), Quantity::plus);
    }
    ways.forEach(
        (way, quantity) -> {
          for (ReservedLine article :
              bundles.articles(List.of(new ReservedLine(way.sku(), quantity)))) {
            stock.handle(article.sku(), command(returned, way, article.quantity()), origin);
          }
        });
  }

  private static StockCommand command(OrderReturned returned, Way way, Quantity quantity) {
    String reference = returned.rma() + "/" + way.line();
    return way.scrapped()
        ? new StockCommand.Scrap(returned.order(), reference, quantity)
        : new StockCommand.TakeBack(returned.order(), reference, LocationId.MAIN, quantity);
  }
}
