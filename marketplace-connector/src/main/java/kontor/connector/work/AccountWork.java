package kontor.connector.work;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kontor.connector.channel.FeeReports;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.content.ContentWatch;
import kontor.connector.listing.ListingSync;
import kontor.connector.listing.Reconciliation;
import kontor.connector.repricing.AccountRepricing;
import kontor.connector.sale.OrderImport;
import kontor.connector.sale.ReturnImport;
import kontor.connector.sale.SaleRequests;
import kontor.connector.sale.SaleWatch;
import kontor.connector.sale.ShipmentReports;
import kontor.connector.settlement.SettlementImport;
import kontor.contracts.Sku;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All work for one account, in lanes that do not wait for each other: figures as soon as they
 * change, orders as often as the marketplace lets us ask, what we report back, prices that follow
 * others, what was paid out, which may be long to read, and what the marketplace hints at.
 */
public final class AccountWork implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AccountWork.class);
  private static final String ORDERS = "orders";
  private static final Duration COMPARE_EVERY = Duration.ofSeconds(60);
  private static final Duration RETRY_EVERY = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** Changes of this time become one: well within the second in which a marketplace is to know. */
  private static final Duration GATHER = Duration.ofMillis(250);

  private final MarketplaceChannel channel;
  private final Parts parts;
  private final AccountLease lease;
  private final List<Lane> lanes = new ArrayList<>();

  /** What the work consists of. */
  public record Parts(
      ListingSync listings,
      ContentWatch content,
      Reconciliation reconciliation,
      OrderImport orders,
      SaleWatch watch,
      ReturnImport returns,
      ShipmentReports shipments,
      SaleRequests requests,
      SettlementImport settlements,
      AccountRepricing repricing) {}

  /**
   * What the work depends on.
   *
   * @param lease of the account
   * @param allSkus what the shop sells
   * @param ready whether enough is known of the other services to say anything
   * @param pollEvery how often orders are asked for, where the marketplace sets no limit, and what
   *     became of what it only took note of
   * @param returnsEvery how often returns are asked for
   * @param settlementsEvery how often it is asked whether the marketplace has paid out
   * @param reconcileEvery how often a few listings are compared with the marketplace
   * @param repriceEvery how often rules are applied to prices
   * @param meters counts hints
   * @param locked told when the marketplace does not let us in any more
   */
  public record Conditions(
      AccountLease lease,
      Supplier<Collection<Sku>> allSkus,
      BooleanSupplier ready,
      Duration pollEvery,
      Duration returnsEvery,
      Duration settlementsEvery,
      Duration reconcileEvery,
      Duration repriceEvery,
      MeterRegistry meters,
      Consumer<String> locked) {}

  public AccountWork(MarketplaceChannel channel, Parts parts, Conditions conditions, Clock clock) {
    this.channel = channel;
    this.parts = parts;
    lease = conditions.lease().start();
    BooleanSupplier mine = () -> conditions.ready().getAsBoolean() && conditions.lease().held();
    Runnable nothing = () -> {};
    lanes.add(
        lane(
            "figures",
            figures(conditions),
            new Lane.Rules(mine, this::takeOver, conditions.locked()),
            clock));
    Supplier<Duration> ordersEvery = () -> channel.ordersEvery(conditions.pollEvery());
    lanes.add(
        lane(
            "orders",
            List.of(
                new Task(ORDERS, ordersEvery, this::orders),
                new Task("retries", RETRY_EVERY, parts.orders()::retry),
                new Task("watch", conditions.pollEvery().multipliedBy(5), parts.watch()::run),
                new Task("returns", conditions.returnsEvery(), parts.returns()::run),
                new Task("shipments", conditions.pollEvery(), parts.shipments()::run),
                new Task("requests", conditions.pollEvery(), parts.requests()::run)),
            new Lane.Rules(mine, nothing, conditions.locked()),
            clock));
    lanes.add(
        lane(
            "prices",
            List.of(
                new Task("reprice", conditions.repriceEvery(), parts.repricing()::run),
                new Task("competitors", LOOK_EVERY, parts.repricing()::look)),
            new Lane.Rules(mine, parts.repricing()::takeOver, conditions.locked()),
            clock));
    if (channel instanceof FeeReports) {
      lanes.add(
          lane(
              "settlements",
              List.of(
                  new Task("settlements", conditions.settlementsEvery(), parts.settlements()::run),
                  new Task(
                      "settlement-retries",
                      conditions.pollEvery().multipliedBy(5),
                      parts.settlements()::retry)),
              new Lane.Rules(mine, nothing, conditions.locked()),
              clock));
    }
    // the queue is no door of the marketplace's: when it does not let us in, the account goes on
    Lane.Rules unlocked = new Lane.Rules(mine, nothing, reason -> {});
    HintReader.of(channel, parts, this::hurry, conditions.meters())
        .ifPresent(reader -> lanes.add(lane("hints", reader.tasks(), unlocked, clock)));
  }

  public MarketplaceChannel channel() {
    return channel;
  }

  /** The marketplace has hinted that orders changed: they are read before it is their turn. */
  public void readOrdersSoon() {
    hurry(ORDERS);
  }

  private void hurry(String task) {
    lanes.forEach(lane -> lane.hurry(task));
  }

  /** Articles that may have changed. */
  void mark(Collection<Sku> skus) {
    parts.listings().mark(skus);
  }

  /** Articles that wait to be looked at. */
  public int waiting() {
    return parts.listings().waiting();
  }

  /** How the tasks do, by name. */
  public Map<String, Circuit.State> tasks() {
    Map<String, Circuit.State> all = new LinkedHashMap<>();
    lanes.forEach(lane -> all.putAll(lane.circuits()));
    return all;
  }

  private void takeOver() {
    Set<Sku> unclear = parts.listings().takeOver();
    parts.reconciliation().takeOver();
    parts.reconciliation().doubt(unclear);
  }

  private List<Task> figures(Conditions conditions) {
    return List.of(
        new Task("compare", COMPARE_EVERY, () -> parts.listings().mark(conditions.allSkus().get())),
        new Task("content", GATHER, () -> parts.listings().look(parts.content().run())),
        new Task("figures", GATHER, parts.listings()::run),
        new Task("settle", conditions.pollEvery(), parts.listings()::settle),
        new Task(
            "reconcile",
            conditions.reconcileEvery(),
            () -> parts.listings().mark(parts.reconciliation().run())));
  }

  private void orders() {
    int changed = parts.orders().run();
    if (changed > 0) {
      LOG.info("{}: {} orders new or changed", channel.account().key(), changed);
    }
  }

  private Lane lane(String kind, List<Task> tasks, Lane.Rules rules, Clock clock) {
    return new Lane("account-" + channel.account().key() + "-" + kind, tasks, rules, clock).start();
  }

  @Override
  public void close() {
    lanes.forEach(Lane::close);
    lease.close();
  }
}
