package kontor.connector.sale;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import kontor.connector.channel.Account;
import kontor.connector.channel.HiddenChanges;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.sale.WatchedSales.Watched;
import kontor.connector.worklist.WorkItem.Kind;
import kontor.connector.worklist.WorkList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads sales again one by one and compares them with what we know. What we had missed is taken
 * over; what contradicts us is for a person. Metric {@code kontor.connector.drift} by account, kind
 * {@code order}.
 */
public final class SaleWatch {

  private static final Logger LOG = LoggerFactory.getLogger(SaleWatch.class);

  private final MarketplaceChannel channel;
  private final Account account;
  private final LookPlan plan;
  private final OrderImport orders;
  private final Sales sales;
  private final SaleDecider decider;
  private final WorkList work;
  private final MeterRegistry meters;
  private final Clock clock;

  public SaleWatch(
      MarketplaceChannel channel,
      LookPlan plan,
      OrderImport orders,
      Sales sales,
      SaleDecider decider,
      WorkList work,
      MeterRegistry meters,
      Clock clock) {
    this.channel = channel;
    this.account = channel.account();
    this.plan = plan;
    this.orders = orders;
    this.sales = sales;
    this.decider = decider;
    this.work = work;
    this.meters = meters;
    this.clock = clock;
  }

  /** Reads those whose time has come. */
  public void run() {
    plan.due().forEach(this::look);
  }

  private void look(Watched sale) {
    OrderPage page = channel.order(sale.externalId());
    if (page.orders().isEmpty() && page.unreadable().isEmpty()) {
      missing(sale);
      return;
    }
    boolean missed = orders.takeAgain(page) > 0;
    if (missed && !(channel instanceof HiddenChanges)) {
      LOG.warn("{}: sale {} was not as we knew it", account.key(), sale.externalId());
      drifted();
    }
    page.orders().forEach(this::compare);
    if (page.orders().stream().anyMatch(o -> o.state() == ReportedOrder.State.CANCELLED)) {
      plan.end(sale);
    } else {
      plan.again(sale);
    }
  }

  private void compare(ReportedOrder order) {
    Sale ours = sales.find(channel, order.externalId());
    SaleComparison.contradiction(ours, order)
        .ifPresentOrElse(
            why -> forPerson(order.externalId(), why),
            () -> work.done(account, Kind.DRIFT, subject(order.externalId())));
  }

  /** What hides changes also hides an end; elsewhere nobody but a person can say what it means. */
  private void missing(Watched sale) {
    if (sale.missingSince().isEmpty()) {
      plan.missing(sale);
      return;
    }
    LOG.info("{}: sale {} is gone", account.key(), sale.externalId());
    if (channel instanceof HiddenChanges) {
      Instant now = clock.instant();
      sales.decides(
          channel, sale.externalId(), state -> decider.gone(state, sale.externalId(), now));
    } else {
      forPerson(sale.externalId(), "the marketplace does not know it any more");
    }
    plan.end(sale);
  }

  private void forPerson(String externalId, String why) {
    if (work.find(account, Kind.DRIFT, subject(externalId)).isEmpty()) {
      drifted();
    }
    work.forPerson(account, Kind.DRIFT, subject(externalId), why);
  }

  /** Tells sales from articles, which are on the same list. */
  private static String subject(String externalId) {
    return "sale " + externalId;
  }

  private void drifted() {
    meters.counter("kontor.connector.drift", "account", account.key(), "kind", "order").increment();
  }
}
