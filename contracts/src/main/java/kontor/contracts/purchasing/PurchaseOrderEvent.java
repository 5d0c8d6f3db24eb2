package kontor.contracts.purchasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kontor.contracts.EventType;
import kontor.contracts.ExchangeRate;
import kontor.contracts.LocationId;
import kontor.contracts.Money;
import kontor.contracts.PurchaseOrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.SupplierId;
import kontor.contracts.UnitCost;
import org.jspecify.annotations.Nullable;

/** An order to a supplier. Topic {@code purchase-orders}, keyed by its number. */
public sealed interface PurchaseOrderEvent {

  PurchaseOrderId order();

  /**
   * What is to be ordered; replaces an earlier draft.
   *
   * @param currency of the unit costs, ISO 4217
   * @param landed what it costs besides to get all of it here
   * @param expectedOn the day the goods should arrive; absent: not known yet
   * @param overDeliveryPercent by how much a delivery may exceed the order
   */
  @EventType("kontor.purchase-order.drafted.v1")
  record PurchaseOrderDrafted(
      PurchaseOrderId order,
      SupplierId supplier,
      String currency,
      List<PurchaseLine> lines,
      List<LandedCost> landed,
      @Nullable LocalDate expectedOn,
      int overDeliveryPercent)
      implements PurchaseOrderEvent {

    public PurchaseOrderDrafted {
      lines = List.copyOf(lines);
      landed = List.copyOf(landed);
    }
  }

  /** The supplier has it: from now on the goods are expected. */
  @EventType("kontor.purchase-order.sent.v1")
  record PurchaseOrderSent(
      PurchaseOrderId order,
      ExchangeRate rate,
      LocalDate rateOn,
      @Nullable LocalDate expectedOn,
      Instant sentAt)
      implements PurchaseOrderEvent {}

  /** The goods that are still open should arrive on another day. */
  @EventType("kontor.purchase-order.rescheduled.v1")
  record PurchaseOrderRescheduled(PurchaseOrderId order, LocalDate expectedOn)
      implements PurchaseOrderEvent {}

  /**
   * Goods arrived. The stock books them when it hears of it, once for each entry.
   *
   * @param receipt names the delivery, once in the order
   * @param rate at which the goods are valued, of the day {@code rateOn}
   */
  @EventType("kontor.purchase-order.goods-received.v1")
  record GoodsReceived(
      PurchaseOrderId order,
      String receipt,
      List<ReceivedGoods> goods,
      ExchangeRate rate,
      LocalDate rateOn,
      Instant receivedAt)
      implements PurchaseOrderEvent {

    public GoodsReceived {
      goods = List.copyOf(goods);
    }
  }

  /**
   * What is missing of a line will not come.
   *
   * @param landed of the landed costs, what was meant for those units and lies in no goods now
   */
  @EventType("kontor.purchase-order.short-closed.v1")
  record PurchaseLineShortClosed(
      PurchaseOrderId order, int line, Sku sku, Quantity missing, Money landed)
      implements PurchaseOrderEvent {}

  /** Nothing of it is open any more. */
  @EventType("kontor.purchase-order.closed.v1")
  record PurchaseOrderClosed(PurchaseOrderId order, Instant closedAt)
      implements PurchaseOrderEvent {}

  /** It will not be delivered at all. */
  @EventType("kontor.purchase-order.cancelled.v1")
  record PurchaseOrderCancelled(PurchaseOrderId order, String reason, Instant cancelledAt)
      implements PurchaseOrderEvent {}

  /**
   * One article of an order.
   *
   * @param line from 1
   * @param location where it should arrive
   * @param grams weight of one unit; absent: not known
   */
  record PurchaseLine(
      int line,
      Sku sku,
      LocationId location,
      Quantity quantity,
      UnitCost unitCost,
      @Nullable Integer grams) {}

  /**
   * Units of a line that arrived at one place.
   *
   * @param cost of all of them in euro, landed costs included
   */
  record ReceivedGoods(int line, Sku sku, LocationId location, Quantity quantity, Money cost) {}

  /**
   * What it costs to get goods here.
   *
   * @param amount in euro
   */
  record LandedCost(LandedKind kind, Money amount, Spread spread) {}

  /** What for. */
  enum LandedKind {
    FREIGHT,
    DUTY,
    OTHER
  }

  /** By what the lines share a landed cost. */
  enum Spread {
    VALUE,
    WEIGHT,
    QUANTITY
  }
}
