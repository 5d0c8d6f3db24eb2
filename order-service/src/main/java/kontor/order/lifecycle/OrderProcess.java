package kontor.order.lifecycle;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.RejectionReason;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.reservation.ReservationEvent.ReleaseReason;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservationRejected;
import kontor.contracts.reservation.ReservationEvent.ReservationReleased;
import kontor.eventstore.Origin;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Order.Ended;
import kontor.order.lifecycle.Order.Placed;
import kontor.order.lifecycle.Order.Shipped;
import kontor.order.payment.PaymentProvider;
import kontor.order.payment.PaymentProvider.Authorisation.Authorised;
import kontor.order.payment.PaymentProvider.Authorisation.Declined;

/**
 * Moves an order on as stock and money answer. Each step may be taken again: the provider knows the
 * order, and the order's stream decides once.
 */
public final class OrderProcess {

  private final Orders orders;
  private final Map<String, PaymentProvider> providers;
  private final PaymentChoices choices;
  private final Clock clock;

  /** How the buyer of an order wants to pay; the provider's own word, such as {@code card}. */
  @FunctionalInterface
  public interface PaymentChoices {
    String method(OrderId order);
  }

  public OrderProcess(
      Orders orders, Iterable<PaymentProvider> providers, PaymentChoices choices, Clock clock) {
    this.orders = orders;
    this.providers =
        java.util.stream.StreamSupport.stream(providers.spliterator(), false)
            .collect(Collectors.toMap(PaymentProvider::name, provider -> provider));
    this.choices = choices;
    this.clock = clock;
  }

  /** Stock has answered. */
  public void on(ReservationEvent event, Origin origin) {
    if (event instanceof ReservationGranted granted) {
      pay(granted.order(), origin);
    } else if (event instanceof ReservationRejected rejected) {
      String detail =
          rejected.shortages().stream()
              .map(s -> s.sku() + ": " + s.available() + " of " + s.wanted() + " available")
              .collect(Collectors.joining("; "));
      orders.decides(
          rejected.order(),
          origin,
          order ->
              OrderDecider.reject(order, RejectionReason.OUT_OF_STOCK, detail, clock.instant()));
    } else if (event instanceof ReservationReleased released
        && released.reason() == ReleaseReason.EXPIRED) {
      orders.decides(
          released.order(),
          origin,
          order -> OrderDecider.reservationExpired(order, clock.instant()));
    }
  }

  /** The order has moved: the money follows. */
  public void on(OrderEvent event, Origin origin) {
    if (event instanceof OrderShipped) {
      capture(event.order(), origin);
    } else if (event instanceof OrderCancelled) {
      if (orders.find(event.order()) instanceof Ended ended) {
        provider(ended.placed()).cancel(event.order());
      }
    } else if (event instanceof OrderReturned returned) {
      refund(returned, origin);
    }
  }

  private void pay(OrderId id, Origin origin) {
    Order seen = orders.lastSeen(id) instanceof Placed placed ? placed : orders.find(id);
    if (!(seen instanceof Placed open)) {
      return; // paid or ended before
    }
    Money amount = open.placed().totals().grand();
    PaymentProvider provider = provider(open.placed());
    PaymentProvider.Authorisation answer = provider.authorise(id, amount, choices.method(id));
    if (answer instanceof Authorised authorised) {
      PaymentAuthorised payment =
          new PaymentAuthorised(id, provider.name(), authorised.payment(), amount);
      Order now =
          orders.apply(id, origin, order -> OrderDecider.confirm(order, payment, clock.instant()));
      if (!(now instanceof Confirmed) && !(now instanceof Shipped)) {
        provider.cancel(id); // it ended while the provider answered
      }
    } else if (answer instanceof Declined declined) {
      orders.decides(
          id,
          origin,
          order ->
              OrderDecider.reject(
                  order, RejectionReason.PAYMENT_DECLINED, declined.reason(), clock.instant()));
    }
  }

  private void capture(OrderId id, Origin origin) {
    if (orders.find(id) instanceof Shipped shipped && shipped.books().captured().isZero()) {
      provider(shipped.placed()).capture(id, shipped.payment().amount());
      orders.decides(id, origin, order -> OrderDecider.paid(order, clock.instant()));
    }
  }

  private void refund(OrderReturned returned, Origin origin) {
    if (orders.find(returned.order()) instanceof Shipped shipped
        && !shipped.books().refunds().contains(returned.rma())) {
      var unused =
          provider(shipped.placed()).refund(returned.order(), returned.rma(), returned.refundDue());
      orders.decides(
          returned.order(),
          origin,
          order ->
              OrderDecider.refunded(order, returned.rma(), returned.refundDue(), clock.instant()));
    }
  }

  /** A marketplace takes its buyers' money itself. */
  private PaymentProvider provider(OrderPlaced placed) {
    String name = placed.channel().equals(ChannelId.SHOP) ? "test" : "marketplace";
    PaymentProvider provider = providers.get(name);
    if (provider == null) {
      throw new IllegalStateException("no payment provider is called " + name);
    }
    return provider;
  }
}
