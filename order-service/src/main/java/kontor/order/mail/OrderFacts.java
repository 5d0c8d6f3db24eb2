package kontor.order.mail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.ExchangeOf;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.order.ReturnEvent.ReturnAnnounced;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import org.jspecify.annotations.Nullable;

/** Which events a buyer is told by mail. A marketplace tells its buyers itself, and wants to. */
final class OrderFacts {

  private static final String WITHDRAWAL = "withdrawal";
  private static final String PREPAYMENT = "prepayment";

  private OrderFacts() {}

  /** The mail about an event; none for most. */
  static Optional<Mail> of(OrderEvent event, OrderPlaced order, Instant at) {
    return ofShop(order) ? ofShop(event, order, at) : Optional.empty();
  }

  /** The mail with an invoice or credit note. */
  static Optional<Mail> of(InvoiceEvent event, OrderPlaced order, Instant at) {
    MailKind kind =
        event instanceof InvoiceEvent.InvoiceIssued ? MailKind.INVOICE : MailKind.CREDIT_NOTE;
    return ofShop(order)
        ? Optional.of(
            mail(order, "invoice/" + event.number(), kind, at, "document", event.number()))
        : Optional.empty();
  }

  private static boolean ofShop(OrderPlaced order) {
    return order.channel().equals(ChannelId.SHOP) && order.externalId() == null;
  }

  private static Optional<Mail> ofShop(OrderEvent event, OrderPlaced order, Instant at) {
    if (event instanceof OrderConfirmed) {
      return Optional.of(mail(order, "confirmed", MailKind.ORDER_CONFIRMED, at));
    }
    if (event instanceof OrderRejected e) {
      return Optional.of(
          mail(order, "rejected", MailKind.ORDER_REJECTED, at, "reason", e.reason().name()));
    }
    if (event instanceof PaymentRequested e && e.provider().equals(PREPAYMENT)) {
      return Optional.of(
          mail(
              order,
              "payment/" + e.reference(),
              MailKind.PAYMENT_REQUESTED,
              at,
              "reference",
              e.reference(),
              "dueAt",
              e.dueAt().toString(),
              "amount",
              amount(e.amount())));
    }
    if (event instanceof ParcelShipped e) {
      return Optional.of(shipped(e, order, at));
    }
    if (event instanceof OrderRefunded e && e.provider().equals(ExchangeOf.PROVIDER)) {
      return Optional
          .empty(); // the buyer hears of the goods that he gets, or of money that follows
    }
    if (event instanceof OrderRefunded e) {
      return Optional.of(
          mail(order, "refunded/" + e.refund(), MailKind.REFUND, at, "amount", amount(e.amount())));
    }
    return ending(event, order, at);
  }

  private static Mail shipped(ParcelShipped e, OrderPlaced order, Instant at) {
    return mail(
        order,
        "shipped/" + e.parcel(),
        MailKind.PARCEL_SHIPPED,
        at,
        "parcel",
        e.parcel(),
        "carrier",
        e.carrier(),
        "tracking",
        e.trackingNumber());
  }

  /**
   * A withdrawal is one declaration, whatever events it leads to: they name it alike, so that there
   * is one receipt.
   */
  private static Optional<Mail> ending(OrderEvent event, OrderPlaced order, Instant at) {
    if (event instanceof OrderCancelled e) {
      boolean withdrawn = e.by() == CancelledBy.CUSTOMER && e.reason().equals(WITHDRAWAL);
      return Optional.of(
          withdrawn
              ? receipt(order, "W-" + order.number(), e.cancelledAt(), at)
              : mail(order, "cancelled", MailKind.ORDER_CANCELLED, at));
    }
    if (event instanceof LinesCancelled e
        && e.by() == CancelledBy.CUSTOMER
        && e.reason().equals(WITHDRAWAL)) {
      return Optional.of(receipt(order, e.cancellation(), e.cancelledAt(), at));
    }
    if (event instanceof ReturnAnnounced e && e.kind() == ReturnKind.WITHDRAWAL) {
      return Optional.of(receipt(order, e.rma(), e.announcedAt(), at));
    }
    return Optional.empty();
  }

  private static Mail receipt(OrderPlaced order, String name, Instant declaredAt, Instant at) {
    return mail(
        order,
        "withdrawal/" + name,
        MailKind.WITHDRAWAL_RECEIPT,
        at,
        "name",
        name,
        "declaredAt",
        declaredAt.toString());
  }

  private static String amount(Money money) {
    return money.amount() + " " + money.currency().getCurrencyCode();
  }

  private static Mail mail(
      OrderPlaced order, String what, MailKind kind, Instant at, @Nullable String... details) {
    Map<String, String> named = new TreeMap<>();
    for (int i = 0; i < details.length; i += 2) {
      String value = details[i + 1];
      if (value != null) {
        named.put(String.valueOf(details[i]), value);
      }
    }
    return Mail.ofOrder(order.order(), what, kind, named, at);
  }
}
