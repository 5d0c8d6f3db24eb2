package kontor.connector.sale;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.ReturnReports;
import kontor.connector.channel.ReturnReports.ReportedReturn;
import kontor.connector.sale.Sale.Cancelled;
import kontor.connector.sale.Sale.Theirs;
import kontor.connector.worklist.WorkItem.Kind;
import kontor.connector.worklist.WorkList;

/**
 * Reads what buyers are going to send back, where the marketplace says so: from where the last
 * reading ended. A window that could not be read is asked for again just as it was, since a
 * marketplace may need a while to write a report about it.
 */
public final class ReturnImport {

  private static final Duration FIRST = Duration.ofDays(30);

  private final MarketplaceChannel channel;
  private final Sales sales;
  private final SaleBooks books;
  private final WorkList work;
  private final Clock clock;
  private Optional<Window> open = Optional.empty();

  private record Window(Instant from, Instant to) {}

  public ReturnImport(
      MarketplaceChannel channel, Sales sales, SaleBooks books, WorkList work, Clock clock) {
    this.channel = channel;
    this.sales = sales;
    this.books = books;
    this.work = work;
    this.clock = clock;
  }

  /** Does nothing where the marketplace does not say. */
  public void run() {
    if (channel instanceof ReturnReports reports) {
      Window window = open.orElseGet(this::next);
      open = Optional.of(window);
      reports.returns(window.from(), window.to()).forEach(this::take);
      books.setReturnsReadUntil(channel, window.to());
      open = Optional.empty();
    }
  }

  private Window next() {
    Instant to = clock.instant().minus(channel.orderLag());
    Instant from = books.returnsReadUntil(channel).orElse(to.minus(FIRST));
    return new Window(from.minus(channel.orderOverlap()), to);
  }

  private void take(ReportedReturn back) {
    Sale sale = sales.find(channel, back.externalId());
    boolean theirs =
        sale instanceof Theirs || (sale instanceof Cancelled c && c.received().isEmpty());
    if (theirs) {
      return; // comes back to the marketplace's own warehouse
    }
    try {
      sales.decides(channel, back.externalId(), state -> AfterSaleDecider.returned(state, back));
    } catch (IllegalArgumentException e) {
      work.forPerson(
          channel.account(),
          Kind.RETURN,
          back.externalId() + " " + back.returnId(),
          String.valueOf(e.getMessage()));
    }
  }
}
