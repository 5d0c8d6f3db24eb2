package kontor.connector.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.FeeReports;
import kontor.connector.channel.FeeReports.ClosedSettlement;
import kontor.connector.channel.FeeReports.Settlement;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.sale.Sale;
import kontor.connector.sale.Sales;
import kontor.connector.worklist.WorkItem;
import kontor.connector.worklist.WorkItem.Kind;
import kontor.connector.worklist.WorkList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settlements that a marketplace has closed, each once. A report is marked as read after
 * it was booked or put on the work list, so a crash reads it again, and its stream makes the
 * repetition do nothing.
 */
public final class SettlementImport {

  private static final Logger LOG = LoggerFactory.getLogger(SettlementImport.class);

  /** How far back the first reading goes, as with orders. */
  private static final Duration FIRST = Duration.ofDays(30);

  /** No marketplace keeps reports longer than that; Amazon refuses older moments. */
  private static final Duration LONGEST = Duration.ofDays(89);

  /** Reports may show in the list long after they were begun. */
  private static final Duration OVERLAP = Duration.ofDays(3);

  /** Before the id of a report that could not be booked, as the subject of the work. */
  private static final String UNREAD = "report ";

  private static final int MOST_NAMED = 20;

  private final MarketplaceChannel channel;
  private final Account account;
  private final Settlements settlements;
  private final Sales sales;
  private final SettlementBooks books;
  private final WorkList work;
  private final Clock clock;

  public SettlementImport(
      MarketplaceChannel channel,
      Settlements settlements,
      Sales sales,
      SettlementBooks books,
      WorkList work,
      Clock clock) {
    this.channel = channel;
    this.account = channel.account();
    this.settlements = settlements;
    this.sales = sales;
    this.books = books;
    this.work = work;
    this.clock = clock;
  }

  /** Does nothing where the marketplace does not say. */
  public void run() {
    if (channel instanceof FeeReports reports) {
      for (ClosedSettlement closed : reports.closedSettlements(since())) {
        if (!books.read(account, closed.report())) {
          take(reports, closed.report(), UNREAD + closed.report());
          books.setRead(account, closed);
        }
      }
    }
  }

  private Instant since() {
    Instant now = clock.instant();
    Instant from =
        books.readUntil(account).map(until -> until.minus(OVERLAP)).orElse(now.minus(FIRST));
    Instant oldest = now.minus(LONGEST);
    return from.isBefore(oldest) ? oldest : from;
  }

  /** Tries once more what could not be booked, and looks again for orders that were not known. */
  public void retry() {
    if (channel instanceof FeeReports reports) {
      for (WorkItem item : work.due(account, Kind.SETTLEMENT)) {
        String report = item.subject().substring(item.subject().lastIndexOf(' ') + 1);
        take(reports, report, item.subject());
      }
    }
  }

  /**
   * @param subject of the work, if it cannot be done
   */
  private void take(FeeReports reports, String report, String subject) {
    try {
      Settlement settlement = reports.settlement(report);
      settlements.book(account, settlement);
      work.done(account, Kind.SETTLEMENT, UNREAD + report);
      LOG.info("{}: settlement {} pays {}", account.key(), settlement.id(), settlement.payout());
      look(settlement, settlement.id() + " " + report);
    } catch (IllegalArgumentException | ArithmeticException e) {
      failed(subject, e);
    } catch (ChannelException e) {
      if (e.kind() != ChannelException.Kind.REFUSED) {
        throw e;
      }
      failed(subject, e);
    }
  }

  private void failed(String subject, RuntimeException e) {
    LOG.warn("{} settlement, {}: {}", account.key(), subject, e.getMessage());
    work.failed(account, Kind.SETTLEMENT, subject, String.valueOf(e.getMessage()));
  }

  /** Orders that were never told of here are booked all the same, and a person is told. */
  private void look(Settlement settlement, String subject) {
    List<String> unknown =
        settlement.movements().stream()
            .flatMap(one -> one.externalId().stream())
            .distinct()
            .filter(id -> sales.find(channel, id) instanceof Sale.Unknown)
            .toList();
    if (unknown.isEmpty()) {
      work.done(account, Kind.SETTLEMENT, subject);
    } else {
      String ids = unknown.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
      String more = unknown.size() > MOST_NAMED ? " and others" : "";
      work.forPerson(
          account,
          Kind.SETTLEMENT,
          subject,
          "%d orders that were never told of here: %s%s".formatted(unknown.size(), ids, more));
    }
  }
}
