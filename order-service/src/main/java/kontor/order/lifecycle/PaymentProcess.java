package kontor.order.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.order.ExchangeOf;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.OrderEvent.RejectionReason;
import kontor.eventstore.Origin;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Order.Ended;
import kontor.order.lifecycle.Order.Placed;
import kontor.order.lifecycle.Returns.Rma;
import kontor.order.payment.MarketplacePayment;
import kontor.order.payment.PaymentProvider;
import kontor.order.payment.PaymentProvider.Authorisation;
import kontor.order.payment.PaymentProviders;

/**
 * Moves an order's money. Every step may be taken again: the provider knows each by its name and
 * says how much it moved under it, and the order's stream counts it once.
 */
final class PaymentProcess {

  private final Orders orders;
  private final PaymentProviders providers;
  private final OrderProcess.PaymentChoices choices;
  private final Clock clock;

  PaymentProcess(
      Orders orders, PaymentProviders providers, OrderProcess.PaymentChoices choices, Clock clock) {
    this.orders = orders;
    this.providers = providers;
    this.choices = choices;
    this.clock = clock;
  }

  /** Stock is held: the buyer is asked for the money. */
  void authorise(OrderId id, Origin origin) {
    Order seen = orders.lastSeen(id) instanceof Placed placed ? placed : orders.find(id);
    if (!(seen instanceof Placed open) || open.request() != null) {
      return; // asked, paid or ended before
    }
    Money amount = open.placed().totals().grand();
    String method = method(open.placed());
    PaymentProvider provider = provider(open.placed()).orElse(null);
    if (provider == null) {
      decline(id, "nobody takes payments by '" + method + "'", origin);
      return;
    }
    Authorisation answer =
        provider.authorise(
            new PaymentProvider.Purchase(
                id, open.placed().number(), amount, method, open.placed().placedAt()));
    if (answer instanceof Authorisation.Authorised authorised) {
      confirm(new PaymentAuthorised(id, provider.name(), authorised.payment(), amount), origin);
    } else if (answer instanceof Authorisation.Declined declined) {
      decline(id, declined.reason(), origin);
    } else if (answer instanceof Authorisation.Requested asked) {
      PaymentRequested request =
          new PaymentRequested(id, provider.name(), asked.reference(), amount, asked.dueAt());
      orders.decides(id, origin, order -> OrderDecider.requestPayment(order, request));
    }
  }

  /** The money is guaranteed. If the order ended while the provider answered, it is given up. */
  void confirm(PaymentAuthorised payment, Origin origin) {
    Order now =
        orders.apply(
            payment.order(),
            origin,
            order -> OrderDecider.confirm(order, payment, clock.instant()));
    if (!(now instanceof Confirmed)) {
      providers.named(payment.provider()).cancel(payment.order());
    }
  }

  void decline(OrderId id, String reason, Origin origin) {
    orders.decides(
        id,
        origin,
        order ->
            OrderDecider.reject(order, RejectionReason.PAYMENT_DECLINED, reason, clock.instant()));
  }

  /** Takes what is due for the goods that have left. */
  void collect(OrderId id, String capture, Origin origin) {
    if (!(orders.find(id) instanceof Confirmed order)
        || order.books().captures().contains(capture)) {
      return;
    }
    Money due = MoneyDecider.due(order);
    if (due.isNegative() || due.isZero()) {
      return;
    }
    Money came = providers.named(order.payment().provider()).capture(id, capture, due);
    if (!came.isZero()) {
      Instant now = clock.instant();
      PaymentAuthorised payment = order.payment();
      orders.decides(
          id,
          origin,
          state ->
              MoneyDecider.paid(state, payment.provider(), payment.payment(), capture, came, now));
    }
  }

  /** Lines were cancelled: less is guaranteed, and what was paid for them goes back. */
  void reduce(OrderId id, String cancelled, Money amount, Origin origin) {
    String name = provider(orders.find(id));
    if (!name.isEmpty() && !amount.isZero()) {
      providers.named(name).reduce(id, cancelled, amount);
    }
    settle(id, cancelled, origin);
  }

  /** Sends back what the buyer has paid for returns, and beyond what is charged. */
  void settle(OrderId id, String rest, Origin origin) {
    Order order = orders.find(id);
    if (order instanceof Confirmed taken) {
      for (Map.Entry<String, Rma> rma : new TreeMap<>(taken.returns().rmas()).entrySet()) {
        if (rma.getValue().refundDue() != null) {
          giveBack(id, rma.getKey(), rma.getValue().refundDue(), origin);
        }
      }
    }
    giveBack(id, rest, null, origin);
  }

  private void giveBack(
      OrderId id, String refund, @org.jspecify.annotations.Nullable Money most, Origin origin) {
    Order order = orders.find(id);
    String name = provider(order);
    if (name.isEmpty() || Order.books(order).refunds().contains(refund)) {
      return;
    }
    PaymentProvider provider = providers.named(name);
    Money over = MoneyDecider.overpaid(order, provider.upfront());
    Money amount = most == null || over.compareTo(most) < 0 ? over : most;
    if (amount.isNegative() || amount.isZero()) {
      return;
    }
    Money sent = provider.refund(id, refund, amount);
    orders.decides(
        id, origin, state -> MoneyDecider.refunded(state, name, refund, sent, clock.instant()));
  }

  /** It ends: what is guaranteed is given up, what came in goes back. */
  void giveUp(OrderId id, Origin origin) {
    if (orders.find(id) instanceof Ended ended) {
      String name =
          ended.provider() == null
              ? provider(ended.placed()).map(PaymentProvider::name).orElse("")
              : ended.provider();
      if (!name.isEmpty()) {
        providers.named(name).cancel(id);
      }
      settle(id, "ended", origin);
    }
  }

  /** Who moves the money of an order of which nothing was asked yet. */
  private Optional<PaymentProvider> provider(OrderPlaced placed) {
    return placed.exchange() == null
        ? providers.offering(method(placed))
        : Optional.of(providers.named(ExchangeOf.PROVIDER));
  }

  private static String provider(Order order) {
    if (order instanceof Confirmed taken) {
      return taken.payment().provider();
    }
    return order instanceof Ended ended && ended.provider() != null ? ended.provider() : "";
  }

  /** A marketplace takes its buyers' money itself. */
  private String method(OrderPlaced placed) {
    return placed.channel().equals(ChannelId.SHOP)
        ? choices.method(placed.order())
        : MarketplacePayment.NAME;
  }
}
