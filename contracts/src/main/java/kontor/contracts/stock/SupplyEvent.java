package kontor.contracts.stock;

import java.time.LocalDate;
import kontor.contracts.EventType;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/** What follows for a SKU from what was bought: goods on their way and what they cost. */
public sealed interface SupplyEvent extends StockEvent {

  /**
   * So many units are on their way from a supplier; replaces what was said of this line before.
   *
   * @param line of the purchase order, and the order before it: {@code 4711/1}
   * @param quantity that has not arrived yet; zero: nothing more will come
   * @param expectedOn the day they should arrive; absent: nobody said
   * @param revision of the purchase order: an older one says nothing any more
   */
  @EventType("kontor.stock.expected.v1")
  record StockExpected(
      Sku sku,
      LocationId location,
      String line,
      Quantity quantity,
      @Nullable LocalDate expectedOn,
      long revision)
      implements SupplyEvent {}

  /** Goods are here for units that an order was promised before. */
  @EventType("kontor.stock.backorder-filled.v1")
  record StockBackorderFilled(Sku sku, OrderId order, Quantity quantity) implements SupplyEvent {}

  /**
   * Units that left before they were on the books, as sold ones of which there were too few, are
   * now known to have cost so much: it is taken off the goods that arrived.
   */
  @EventType("kontor.stock.cost-settled.v1")
  record StockCostSettled(Sku sku, LocationId location, Quantity quantity, GoodsCost cost)
      implements SupplyEvent {}
}
