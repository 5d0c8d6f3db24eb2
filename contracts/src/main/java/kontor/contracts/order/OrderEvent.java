package kontor.contracts.order;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.EventType;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxTreatment;
import org.jspecify.annotations.Nullable;

/** What happened to one order. Topic {@code orders}, keyed by order id. */
public sealed interface OrderEvent
    permits OrderEvent.OrderPlaced,
        OrderEvent.OrderConfirmed,
        OrderEvent.OrderRejected,
        OrderEvent.PaymentAuthorised,
        OrderEvent.PaymentRequested,
        OrderEvent.OrderPaid,
        OrderEvent.OrderShipped,
        OrderEvent.OrderCancelled,
        OrderEvent.OrderReturned,
        OrderEvent.OrderRefunded,
        ChangeEvent,
        ParcelEvent,
        ReturnEvent {

  OrderId order();

  /**
   * A buyer is bound to this order; stock and payment are still open.
   *
   * @param number what people call it, unique, such as {@code 1042}
   * @param externalId the marketplace's own id of it
   * @param alreadySold a marketplace sold it: the units are held even when there are too few
   * @param shipping how it is sent; absent: nobody chose
   * @param treatment how VAT applies; absent: the country's VAT is contained
   * @param exchange what came back for it, when it replaces returned goods; absent otherwise
   * @param promotions those that took something off, in the order in which they were applied;
   *     absent: none
   */
  @EventType("kontor.order.placed.v1")
  record OrderPlaced(
      OrderId order,
      String number,
      ChannelId channel,
      @Nullable String account,
      @Nullable String externalId,
      CustomerId customer,
      CountryCode country,
      List<OrderLine> lines,
      OrderTotals totals,
      boolean alreadySold,
      Instant placedAt,
      @Nullable ShippingChoice shipping,
      @Nullable TaxTreatment treatment,
      @Nullable ExchangeOf exchange,
      @Nullable List<OrderDiscount> promotions)
      implements OrderEvent {

    public OrderPlaced {
      lines = List.copyOf(lines);
      promotions = promotions == null ? null : List.copyOf(promotions);
    }

    /** The promotions whose use this order is one of. */
    public List<PromotionId> countedPromotions() {
      return promotions == null
          ? List.of()
          : promotions.stream()
              .filter(OrderDiscount::counted)
              .map(OrderDiscount::promotion)
              .toList();
    }

    /** Without promotions. */
    public OrderPlaced(
        OrderId order,
        String number,
        ChannelId channel,
        @Nullable String account,
        @Nullable String externalId,
        CustomerId customer,
        CountryCode country,
        List<OrderLine> lines,
        OrderTotals totals,
        boolean alreadySold,
        Instant placedAt,
        @Nullable ShippingChoice shipping,
        @Nullable TaxTreatment treatment,
        @Nullable ExchangeOf exchange) {
      this(
          order,
          number,
          channel,
          account,
          externalId,
          customer,
          country,
          lines,
          totals,
          alreadySold,
          placedAt,
          shipping,
          treatment,
          exchange,
          null);
    }

    /** Sent as the shop likes, with the country's VAT, and in place of nothing. */
    public OrderPlaced(
        OrderId order,
        String number,
        ChannelId channel,
        @Nullable String account,
        @Nullable String externalId,
        CustomerId customer,
        CountryCode country,
        List<OrderLine> lines,
        OrderTotals totals,
        boolean alreadySold,
        Instant placedAt) {
      this(
          order,
          number,
          channel,
          account,
          externalId,
          customer,
          country,
          lines,
          totals,
          alreadySold,
          placedAt,
          null,
          null,
          null);
    }
  }

  /** Stock is held and payment is authorised: it will be fulfilled. */
  @EventType("kontor.order.confirmed.v1")
  record OrderConfirmed(OrderId order, Instant confirmedAt) implements OrderEvent {}

  /** It will not be fulfilled, and nothing is held or charged for it. */
  @EventType("kontor.order.rejected.v1")
  record OrderRejected(OrderId order, RejectionReason reason, String detail, Instant rejectedAt)
      implements OrderEvent {}

  /** The provider guarantees the amount until it is captured or voided. */
  @EventType("kontor.order.payment-authorised.v1")
  record PaymentAuthorised(OrderId order, String provider, String payment, Money amount)
      implements OrderEvent {}

  /**
   * The money is ours: all of it, or the part for a parcel.
   *
   * @param capture names this part, so that it counts once; absent: the whole, at once
   */
  @EventType("kontor.order.paid.v1")
  record OrderPaid(
      OrderId order,
      String provider,
      String payment,
      @Nullable String capture,
      Money amount,
      Instant paidAt)
      implements OrderEvent {}

  /**
   * The buyer has to do something before the money is sure, such as a transfer.
   *
   * @param reference what the buyer's payment is recognised by
   * @param dueAt until when it must be there (exclusive)
   */
  @EventType("kontor.order.payment-requested.v1")
  record PaymentRequested(
      OrderId order, String provider, String reference, Money amount, Instant dueAt)
      implements OrderEvent {}

  /**
   * All of it was handed to the carrier; follows the last parcel. {@code carrier} and {@code
   * trackingNumber} are the last parcel's.
   */
  @EventType("kontor.order.shipped.v1")
  record OrderShipped(
      OrderId order, String carrier, @Nullable String trackingNumber, Instant shippedAt)
      implements OrderEvent {}

  /** It ends before shipping; what was held and authorised is given back. */
  @EventType("kontor.order.cancelled.v1")
  record OrderCancelled(OrderId order, String reason, @Nullable CancelledBy by, Instant cancelledAt)
      implements OrderEvent {}

  /**
   * Goods came back and were looked at.
   *
   * @param refundDue what the buyer gets back for them, shipping that is owed back included
   */
  @EventType("kontor.order.returned.v1")
  record OrderReturned(
      OrderId order, String rma, List<ReturnedLine> lines, Money refundDue, Instant returnedAt)
      implements OrderEvent {

    public OrderReturned {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Money went back to the buyer; the amount is positive.
   *
   * @param by who decided it, where that was a marketplace; absent: somebody here
   */
  @EventType("kontor.order.refunded.v1")
  record OrderRefunded(
      OrderId order,
      String provider,
      String refund,
      Money amount,
      Instant refundedAt,
      @Nullable CancelledBy by)
      implements OrderEvent {

    /** Decided here. */
    public OrderRefunded(
        OrderId order, String provider, String refund, Money amount, Instant refundedAt) {
      this(order, provider, refund, amount, refundedAt, null);
    }
  }

  /** Who cancelled. */
  enum CancelledBy {
    CUSTOMER,
    MANAGER,
    MARKETPLACE,
    PLATFORM
  }

  /** Why an order was not taken. */
  enum RejectionReason {
    OUT_OF_STOCK,
    PAYMENT_DECLINED,
    RESERVATION_EXPIRED,
    PAYMENT_OVERDUE
  }

  /**
   * One article of an order.
   *
   * @param line from 1
   * @param unitPrice as shown to the buyer, VAT included; rounded up to the cent where he was shown
   *     prices without VAT
   * @param discount what promotions took off the whole line, and what that rounding added; positive
   * @param total what is charged for the line: unit price × quantity − discount
   * @param taxRate VAT in basis points (1900 = 19 %)
   * @param tax the VAT contained in {@code total}
   * @param net the same as shown to a buyer whose prices are without VAT; absent: they are with VAT
   */
  record OrderLine(
      int line,
      @Nullable String externalLineId,
      Sku sku,
      String title,
      Quantity quantity,
      Money unitPrice,
      Money discount,
      Money total,
      int taxRate,
      Money tax,
      @Nullable NetPrice net) {

    /** Of a buyer whose prices are with VAT. */
    public OrderLine(
        int line,
        @Nullable String externalLineId,
        Sku sku,
        String title,
        Quantity quantity,
        Money unitPrice,
        Money discount,
        Money total,
        int taxRate,
        Money tax) {
      this(
          line,
          externalLineId,
          sku,
          title,
          quantity,
          unitPrice,
          discount,
          total,
          taxRate,
          tax,
          null);
    }
  }

  /**
   * The sums of an order: {@code grand = goods − discount + shipping}, VAT contained.
   *
   * @param goods unit price × quantity over all lines
   */
  record OrderTotals(Money goods, Money discount, Money shipping, Money tax, Money grand) {}

  /**
   * So many units of a line came back.
   *
   * @param disposition where they go; absent: they are fit to be sold again
   */
  record ReturnedLine(int line, Sku sku, Quantity quantity, @Nullable Disposition disposition) {

    /** Fit to be sold again. */
    public ReturnedLine(int line, Sku sku, Quantity quantity) {
      this(line, sku, quantity, null);
    }

    public boolean scrapped() {
      return disposition == Disposition.SCRAP;
    }
  }

  /** Where goods that came back go. */
  enum Disposition {
    RESTOCK,
    SCRAP
  }

  /** So many units of a line. */
  record LineUnits(int line, Sku sku, Quantity quantity) {}
}
