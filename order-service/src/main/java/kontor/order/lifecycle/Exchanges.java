package kontor.order.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.ExchangeOf;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.contracts.order.ReturnEvent.ReturnExchanged;
import kontor.eventstore.Origin;
import kontor.order.assortment.Assortment;
import kontor.order.assortment.Assortment.Offered;
import kontor.order.contact.Contacts;
import kontor.order.lifecycle.Order.Absent;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.payment.PaymentProviders;
import org.jspecify.annotations.Nullable;

/** Exchanges: what the buyer gets for returned goods, and the order by which it gets there. */
public final class Exchanges {

  private final Orders orders;
  private final OrderNumbers numbers;
  private final Contacts contacts;
  private final Assortment assortment;
  private final SoldLines sold;
  private final PaymentProviders providers;
  private final Clock clock;

  public Exchanges(
      Orders orders,
      OrderNumbers numbers,
      Contacts contacts,
      Assortment assortment,
      SoldLines sold,
      PaymentProviders providers,
      Clock clock) {
    this.orders = orders;
    this.numbers = numbers;
    this.contacts = contacts;
    this.assortment = assortment;
    this.sold = sold;
    this.providers = providers;
    this.clock = clock;
  }

  /**
   * What the buyer gets.
   *
   * @param worth of all its units in this exchange, VAT included; absent when it is the only
   *     position: as much as what came back
   */
  public record Wanted(Sku sku, Quantity quantity, @Nullable Money worth) {}

  /** Settles the return with other goods; nothing when that is not possible. */
  public List<OrderEvent> decide(
      Order order, String rma, List<ReturnedLine> back, List<Wanted> wanted) {
    if (!(order instanceof Confirmed taken)
        || contacts.find(taken.placed().order()).isEmpty()) { // nobody knows where to send it
      return List.of();
    }
    Instant now = clock.instant();
    boolean upfront = providers.named(taken.payment().provider()).upfront();
    return ExchangeDecider.exchange(
        order, rma, back, upfront, worth -> lines(taken.placed(), wanted, worth, now), now);
  }

  private List<OrderLine> lines(OrderPlaced order, List<Wanted> wanted, Money worth, Instant now) {
    SoldLines.Destination destination = destination(order, now);
    List<OrderLine> lines = new ArrayList<>();
    for (Wanted one : wanted) {
      Money total = one.worth() == null ? worth : one.worth();
      String title = assortment.find(one.sku()).map(Offered::title).orElse(one.sku().value());
      lines.add(
          sold.line(
              lines.size() + 1,
              null,
              new SoldLines.Position(one.sku(), title, one.quantity(), total),
              destination));
    }
    return lines;
  }

  private static SoldLines.Destination destination(OrderPlaced order, Instant at) {
    boolean exempt = order.treatment() != null && order.treatment().exempt();
    return new SoldLines.Destination(order.country(), at, exempt);
  }

  /** Places the replacement: goes where the returned goods had gone, without a charge for that. */
  public void on(ReturnExchanged event, Origin origin) {
    if (!(orders.find(event.replacement()) instanceof Absent)) {
      return;
    }
    OrderPlaced before = Order.placed(orders.find(event.order()));
    contacts
        .find(event.order())
        .ifPresent(contact -> contacts.save(event.replacement(), contact.withoutMessages()));
    OrderPlaced replacement =
        new OrderPlaced(
            event.replacement(),
            numbers.next(),
            before.channel(),
            null,
            null,
            before.customer(),
            before.country(),
            event.lines(),
            sold.totals(
                event.lines(),
                Money.zero(before.totals().grand().currency()),
                destination(before, event.exchangedAt())),
            false,
            event.exchangedAt(),
            before.shipping(),
            before.treatment(),
            new ExchangeOf(event.order(), event.rma()));
    orders.place(event.replacement(), origin, order -> ExchangeDecider.place(order, replacement));
  }
}
