package kontor.connector.account;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.listing.ListingSync;
import kontor.connector.sale.OrderImport;
import kontor.connector.sale.ShipmentReports;
import kontor.contracts.Sku;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work for one account: figures as soon as they change, orders every few seconds,
 * shipments. When the marketplace fails, it is left alone for a while that grows; other accounts
 * have workers of their own.
 */
public final class AccountWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AccountWorker.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
  private static final Duration COMPARE_EVERY = Duration.ofSeconds(60);

  /** Changes of this time become one: well within the second in which a marketplace is to know. */
  private static final Duration GATHER = Duration.ofMillis(250);

  private final MarketplaceChannel channel;
  private final AccountLease lease;
  private final ListingSync listings;
  private final OrderImport orders;
  private final ShipmentReports shipments;
  private final Supplier<Collection<Sku>> allSkus;
  private final BooleanSupplier ready;
  private final Duration pollEvery;
  private final Clock clock;
  private final Thread thread;
  private Instant nextPoll = Instant.MIN;
  private Instant nextComparison = Instant.MIN;
  private int failures;
  private volatile boolean closed;

  /** The parts of the work. */
  public record Work(ListingSync listings, OrderImport orders, ShipmentReports shipments) {}

  public AccountWorker(
      MarketplaceChannel channel,
      AccountLease lease,
      Work work,
      Supplier<Collection<Sku>> allSkus,
      BooleanSupplier ready,
      Duration pollEvery,
      Clock clock) {
    this.channel = channel;
    this.lease = lease;
    this.listings = work.listings();
    this.orders = work.orders();
    this.shipments = work.shipments();
    this.allSkus = allSkus;
    this.ready = ready;
    this.pollEvery = pollEvery;
    this.clock = clock;
    thread = new Thread(this::run, "account-" + channel.id() + "-" + channel.account());
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (!closed) {
      try {
        listings.await(GATHER.toMillis());
        if (ready.getAsBoolean() && lease.held()) {
          round();
          Thread.sleep(GATHER.toMillis());
        } else {
          Thread.sleep(200);
          nextComparison = Instant.MIN;
          listings.takeOver();
        }
        failures = 0;
      } catch (ChannelException e) {
        pause(e);
      } catch (MongoException e) {
        LOG.warn("the store is away: {}", e.toString());
        pause(Duration.ofSeconds(1));
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("a round for {} failed and will be done again", channel.id(), e);
        pause(Duration.ofSeconds(1));
      }
    }
  }

  private void round() {
    Instant now = clock.instant();
    if (!now.isBefore(nextComparison)) {
      listings.mark(allSkus.get());
      nextComparison = now.plus(COMPARE_EVERY);
    }
    listings.run();
    if (!now.isBefore(nextPoll)) {
      int changed = orders.run();
      if (changed > 0) {
        LOG.info("{}: {} orders new or changed", channel.id(), changed);
      }
      shipments.run();
      nextPoll = now.plus(pollEvery);
    }
  }

  private void pause(ChannelException e) {
    failures++;
    long backOff = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(failures - 1, 7));
    Duration pause = Duration.ofSeconds(Math.max(backOff, e.retryAfter().toSeconds()));
    LOG.warn(
        "{}: {} ({}); again in {} s", channel.id(), e.getMessage(), e.kind(), pause.toSeconds());
    pause(pause);
  }

  private void pause(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
