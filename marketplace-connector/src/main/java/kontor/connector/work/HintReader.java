package kontor.connector.work;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.HintQueue;
import kontor.connector.channel.HintQueue.Hint;
import kontor.connector.channel.HintQueue.Told;
import kontor.connector.channel.Hints;
import kontor.connector.channel.MarketplaceChannel;
import kontor.contracts.Sku;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a marketplace hints at before it is its turn, each hint for itself. What was seen to
 * is acknowledged afterwards, so that a crash in between brings it again; what cannot be read now
 * comes again by itself a few times, and then is left to its turn. Metric {@code
 * kontor.connector.hints} by account and kind.
 */
public final class HintReader {

  private static final Logger LOG = LoggerFactory.getLogger(HintReader.class);
  private static final Duration TAKE_EVERY = Duration.ofSeconds(5);
  private static final Duration SUBSCRIBE_EVERY = Duration.ofMinutes(5);

  /** Messages come by the ten: what is more than this in a turn waits for the next. */
  private static final int MOST_TURNS = 10;

  /** An order is told of before it can be read; it is read in its turn if that lasts. */
  private static final int MOST_TIMES = 5;

  private final HintQueue queue;
  private final Account account;
  private final Ears ears;
  private final MeterRegistry meters;

  /**
   * Who reads what.
   *
   * @param order reads it; false when the marketplace does not know it yet
   * @param listing told a SKU there
   * @param competition told a listing's id
   * @param hurry told a task whose turn it is
   */
  public record Ears(
      Predicate<String> order,
      Consumer<Sku> listing,
      Consumer<String> competition,
      Consumer<String> hurry) {}

  /** Empty for an account that is not told anything. */
  static Optional<HintReader> of(
      MarketplaceChannel channel,
      AccountWork.Parts parts,
      Consumer<String> hurry,
      MeterRegistry meters) {
    Ears ears =
        new Ears(
            parts.orders()::read,
            parts.reconciliation()::compareSoon,
            parts.repricing()::lookSoon,
            hurry);
    return channel instanceof Hints hints
        ? hints.hints().map(queue -> new HintReader(queue, channel.account(), ears, meters))
        : Optional.empty();
  }

  public HintReader(HintQueue queue, Account account, Ears ears, MeterRegistry meters) {
    this.queue = queue;
    this.account = account;
    this.ears = ears;
    this.meters = meters;
  }

  List<Task> tasks() {
    return List.of(
        new Task("hints", TAKE_EVERY, this::run),
        new Task("subscriptions", SUBSCRIBE_EVERY, queue::subscribe));
  }

  /** Sees to all that waits. Returns how many messages that were. */
  public int runAll() {
    int all = 0;
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      List<Told> told = queue.take();
      if (told.isEmpty()) {
        break;
      }
      all += told.size();
      see(told);
    }
    return all;
  }

  private void run() {
    int seen = runAll();
    if (seen > 0) {
      LOG.info("{}: {} hints", account.key(), seen);
    }
  }

  private void see(List<Told> told) {
    List<Told> seen = new ArrayList<>();
    try {
      for (Told one : told) {
        String kind = one.hint().kind().name().toLowerCase(Locale.ROOT);
        meters
            .counter("kontor.connector.hints", "account", account.key(), "kind", kind)
            .increment();
        if (see(one.hint()) || one.times() >= MOST_TIMES) {
          seen.add(one);
        }
      }
    } finally {
      if (!seen.isEmpty()) {
        queue.acknowledge(seen);
      }
    }
  }

  /** Whether it was seen to. */
  private boolean see(Hint hint) {
    String subject = hint.subject();
    switch (hint.kind()) {
      case ORDER -> {
        return order(subject);
      }
      case LISTING -> listing(subject);
      case COMPETITION -> ears.competition().accept(subject);
      case SUBMISSION -> List.of("settle", "requests").forEach(ears.hurry());
      case SETTLEMENT -> ears.hurry().accept("settlements");
      case NOTHING, UNKNOWN, UNREADABLE -> {}
    }
    return true;
  }

  private boolean order(String id) {
    try {
      return ears.order().test(id);
    } catch (ChannelException e) {
      if (e.kind() != ChannelException.Kind.PACED) {
        LOG.info("{}: order {} is not read before its turn: {}", account.key(), id, e.getMessage());
      }
      return e.kind() == ChannelException.Kind.REFUSED;
    } catch (RuntimeException e) {
      LOG.warn("{}: order {} is not read before its turn", account.key(), id, e);
      return false;
    }
  }

  private void listing(String sku) {
    try {
      ears.listing().accept(new Sku(sku));
      List.of("settle", "reconcile").forEach(ears.hurry());
    } catch (IllegalArgumentException e) {
      LOG.info("{}: no SKU of ours: {}", account.key(), e.getMessage());
    }
  }
}
