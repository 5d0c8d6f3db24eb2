package kontor.connector.sale;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Progress;
import kontor.connector.channel.RefundFiles;
import kontor.connector.sale.DueRequest.Cancel;
import kontor.connector.sale.DueRequest.PayBack;
import kontor.connector.worklist.WorkItem;
import kontor.connector.worklist.WorkItem.Kind;
import kontor.connector.worklist.WorkList;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a marketplace carry out what was decided here about its sales, each once: what it works on is
 * asked for again by its ticket, and what it has done stands in the sale's stream. What it refuses,
 * or cannot do, waits for a person, who has it tried again or lets it go.
 */
public final class SaleRequests {

  private static final Logger LOG = LoggerFactory.getLogger(SaleRequests.class);

  private final MarketplaceChannel channel;
  private final Sales sales;
  private final DueRequests requests;
  private final SaleBooks books;
  private final RequestCalls calls;
  private final WorkList work;
  private final BooleanSupplier mine;
  private final Duration askEvery;
  private final Clock clock;
  private final Map<String, Instant> nextAsk = new HashMap<>();

  /**
   * @param mine whether this instance still works for the account
   * @param askEvery how often it is asked how far the marketplace is with one of them
   */
  public SaleRequests(
      MarketplaceChannel channel,
      Sales sales,
      DueRequests requests,
      SaleBooks books,
      WorkList work,
      BooleanSupplier mine,
      Duration askEvery,
      Clock clock) {
    this.channel = channel;
    this.sales = sales;
    this.requests = requests;
    this.books = books;
    this.calls = new RequestCalls(channel, clock);
    this.work = work;
    this.mine = mine;
    this.askEvery = askEvery;
    this.clock = clock;
  }

  /** One that fails does not hold up the others; the first failure is thrown at the end. */
  public void run() {
    @Nullable ChannelException failure = null;
    List<DueRequest> all = requests.of(channel);
    Set<String> leaving = all.isEmpty() ? Set.of() : untoldShipments();
    if (channel instanceof RefundFiles files && !all.isEmpty() && mine.getAsBoolean()) {
      failure = file(files, all, leaving);
    }
    for (DueRequest due : all) {
      if (!mine.getAsBoolean()) {
        return;
      }
      try {
        if (due.ask() instanceof Cancel || !leaving.contains(due.externalId())) {
          carryOut(due, all);
        }
      } catch (ChannelException e) {
        if (e.kind() == ChannelException.Kind.UNAUTHORISED) {
          throw e;
        }
        if (e.kind() == ChannelException.Kind.REFUSED) {
          park(due, String.valueOf(e.getMessage()));
        } else {
          failure = failure == null ? e : failure;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private @Nullable ChannelException file(
      RefundFiles files, List<DueRequest> all, Set<String> leaving) {
    List<DueRequest> waiting =
        all.stream()
            .filter(due -> due.ask() instanceof PayBack && !leaving.contains(due.externalId()))
            .filter(due -> due.parked() ? again(due) : due.ticket().isEmpty())
            .toList();
    try {
      new FiledRefunds(channel, files, sale -> sales.find(channel, sale), requests)
          .run(all, waiting, this::park);
      return null;
    } catch (ChannelException e) {
      return e;
    }
  }

  /** Nothing is paid back of a sale before the marketplace knows that it was sent. */
  private Set<String> untoldShipments() {
    return books.untoldSales(channel);
  }

  private void carryOut(DueRequest due, List<DueRequest> all) {
    boolean early = clock.instant().isBefore(nextAsk.getOrDefault(key(due), Instant.MIN));
    if (early || (due.parked() && !again(due))) {
      return;
    }
    Sale sale = sales.find(channel, due.externalId());
    Optional<MarketplaceOrderReceived> received = Sale.received(sale);
    boolean whole = due.ask() instanceof Cancel cancel && cancel.whole();
    if (received.isEmpty() || sale.told().confirmed().contains(confirmed(due))) {
      finish(due);
    } else if (whole && sale instanceof Sale.Cancelled) {
      progress(due, new Progress.Done());
    } else {
      calls
          .carryOut(due, received.get(), sale.told(), all)
          .ifPresent(progress -> progress(due, progress));
    }
  }

  /** Whether somebody wants it tried again; what was let go is over. */
  private boolean again(DueRequest due) {
    Optional<WorkItem> item = work.find(channel.account(), kind(due), due.name());
    if (item.isEmpty()) {
      requests.settled(channel, due);
      return false;
    }
    Instant now = clock.instant();
    return item.get().nextTry().filter(next -> !now.isBefore(next)).isPresent();
  }

  private void progress(DueRequest due, Progress progress) {
    if (progress instanceof Progress.Working working) {
      nextAsk.put(key(due), clock.instant().plus(askEvery));
      if (due.parked() || !due.ticket().equals(Optional.of(working.ticket()))) {
        requests.put(channel, due.with(Optional.of(working.ticket()), false));
      }
    } else {
      sales.decides(
          channel,
          due.externalId(),
          sale ->
              due.ask() instanceof Cancel
                  ? AfterSaleDecider.cancellationConfirmed(sale, due.order(), due.ask().name())
                  : AfterSaleDecider.refundConfirmed(sale, due.order(), due.ask().name()));
      finish(due);
    }
  }

  private void finish(DueRequest due) {
    nextAsk.remove(key(due));
    work.done(channel.account(), kind(due), due.name());
    requests.settled(channel, due);
  }

  /** First on the list, then parked: what is parked and not on the list was let go. */
  private void park(DueRequest due, String reason) {
    LOG.warn("{}: {} waits for a person: {}", channel.account().key(), due.name(), reason);
    work.forPerson(channel.account(), kind(due), due.name(), reason);
    requests.put(channel, due.with(Optional.empty(), true));
  }

  private static String key(DueRequest due) {
    return kind(due) + " " + due.name();
  }

  private static Kind kind(DueRequest due) {
    return due.ask() instanceof Cancel ? Kind.CANCELLATION : Kind.REFUND;
  }

  private static String confirmed(DueRequest due) {
    return due.ask() instanceof Cancel
        ? Told.cancellation(due.ask().name())
        : Told.refund(due.ask().name());
  }
}
