package kontor.order.mail;

import java.time.Clock;
import java.time.Instant;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.CreditNoteIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceIssued;
import kontor.contracts.order.OrderEvent;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Orders;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what has to be mailed. A fact that comes again is known; one from before mails were
 * switched on, or too old, is nobody's news.
 */
public final class MailDesk {

  private final Mails mails;
  private final Orders orders;
  private final MailRules rules;
  private final Clock clock;
  private final Instant startedAt;
  private volatile @Nullable Instant switchedOn;

  public MailDesk(Mails mails, Orders orders, MailRules rules, Clock clock) {
    this.mails = mails;
    this.orders = orders;
    this.rules = rules;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /**
   * @param version of the order's stream with the event
   * @param at when it was committed
   */
  public void on(OrderEvent event, long version, Instant at) {
    if (!isNews(at)) {
      return;
    }
    Order order = orders.at(event.order(), version);
    if (!(order instanceof Order.Absent)) {
      OrderFacts.of(event, Order.placed(order), at).ifPresent(this::put);
    }
  }

  public void on(InvoiceEvent event, Instant at) {
    if (isNews(at) && (event instanceof InvoiceIssued || event instanceof CreditNoteIssued)) {
      Order order = orders.find(event.order());
      if (!(order instanceof Order.Absent)) {
        OrderFacts.of(event, Order.placed(order), at).ifPresent(this::put);
      }
    }
  }

  void put(Mail mail) {
    mails.record(mail, clock.instant());
  }

  /** Asked of the store once; it may be away when the service starts. */
  private Instant switchedOn() {
    Instant known = switchedOn;
    if (known == null) {
      known = mails.switchedOn(startedAt);
      switchedOn = known;
    }
    return known;
  }

  private boolean isNews(Instant at) {
    return !at.isBefore(switchedOn()) && at.isAfter(clock.instant().minus(rules.oldestFact()));
  }
}
