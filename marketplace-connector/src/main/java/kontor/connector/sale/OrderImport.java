package kontor.connector.sale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.worklist.WorkItem;
import kontor.connector.worklist.WorkItem.Kind;
import kontor.connector.worklist.WorkList;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an account's changed orders: from where the last reading ended, less an overlap, to a fixed
 * end, all pages; after a pause part by part. The mark moves only after the last page is taken
 * over, so a crash reads again, and the sale's stream makes a repetition do nothing.
 */
public final class OrderImport {

  private static final Logger LOG = LoggerFactory.getLogger(OrderImport.class);
  private static final Duration FIRST = Duration.ofDays(30);

  private static final int MOST_PAGES = 1_000;

  /** Far shorter than a marketplace's cursor lives. */
  private static final Duration GOES_ON_FOR = Duration.ofHours(1);

  private final MarketplaceChannel channel;
  private final Sales sales;
  private final SaleBooks books;
  private final Buyers buyers;
  private final BuyerNames names;
  private final SaleDecider decider;
  private final Consumer<ReportedOrder> begun;
  private final WorkList work;
  private final Consumer<Collection<Sku>> uncertain;
  private final UnaryOperator<Sku> ours;
  private final Clock clock;
  private Optional<Reading> interrupted = Optional.empty();
  private final Cache<String, Instant> seen = Caffeine.newBuilder().maximumSize(50_000).build();

  /**
   * @param uncertain told of articles of which the marketplace may show another quantity than it
   *     was told: a sale took some and has given them back
   * @param begun told of each sale before it is taken over
   * @param ours which article of ours a SKU of the marketplace's is
   */
  public OrderImport(
      MarketplaceChannel channel,
      Sales sales,
      SaleBooks books,
      Buyers buyers,
      BuyerNames names,
      SaleDecider decider,
      WorkList work,
      Consumer<Collection<Sku>> uncertain,
      Consumer<ReportedOrder> begun,
      UnaryOperator<Sku> ours,
      Clock clock) {
    this.begun = begun;
    this.ours = ours;
    this.decider = decider;
    this.work = work;
    this.uncertain = uncertain;
    this.channel = channel;
    this.sales = sales;
    this.books = books;
    this.buyers = buyers;
    this.names = names;
    this.clock = clock;
  }

  /**
   * A window on its way through its pages.
   *
   * @param cursors all that led on so far
   */
  private record Reading(Instant from, Instant to, Optional<String> cursor, Set<String> cursors) {}

  /**
   * Returns how many sales were new or changed. What our own limits interrupt goes on at the page
   * where it stopped: begun anew each time, a window of many pages might never end.
   */
  public int run() {
    Instant now = clock.instant();
    Reading reading = interrupted.filter(one -> fresh(one, now)).orElseGet(() -> begin(now));
    interrupted = Optional.empty();
    int changed = 0;
    Optional<String> cursor = reading.cursor();
    Set<String> cursors = reading.cursors();
    do {
      OrderPage page = page(new Reading(reading.from(), reading.to(), cursor, cursors));
      for (ReportedOrder order : page.orders()) {
        changed += take(order) ? 1 : 0;
      }
      page.unreadable().forEach(this::keepAside);
      cursor = page.next();
      if (cursor.isPresent() && (!cursors.add(cursor.get()) || cursors.size() > MOST_PAGES)) {
        LOG.error("{} leads in circles through its pages; reading again later", channel.id());
        return changed;
      }
    } while (cursor.isPresent());
    books.setReadUntil(channel, reading.to());
    return changed;
  }

  /** After a pause not all at once: the mark moves on with each part, whatever happens then. */
  private Reading begin(Instant now) {
    Instant latest = now.minus(channel.orderLag());
    Optional<Instant> mark = books.readUntil(channel);
    Instant from = mark.orElse(latest.minus(FIRST)).minus(channel.orderOverlap());
    Instant to = mark.map(read -> Parts.end(read, latest, channel::ordersEvery)).orElse(latest);
    return new Reading(from, to, Optional.empty(), new HashSet<>());
  }

  private boolean fresh(Reading reading, Instant now) {
    return reading.to().plus(channel.orderLag()).plus(GOES_ON_FOR).isAfter(now);
  }

  private OrderPage page(Reading reading) {
    try {
      return channel.orders(reading.from(), reading.to(), reading.cursor());
    } catch (ChannelException e) {
      boolean goesOn = e.kind() == ChannelException.Kind.PACED && reading.cursor().isPresent();
      interrupted = Optional.of(reading).filter(one -> goesOn);
      throw e;
    }
  }

  /** Tries once more what could not be taken over before. */
  public void retry() {
    for (WorkItem item : work.due(channel.account(), Kind.ORDER)) {
      OrderPage page = channel.order(item.subject());
      take(page);
      if (page.orders().isEmpty() && page.unreadable().isEmpty()) {
        work.forPerson(
            channel.account(), Kind.ORDER, item.subject(), "the marketplace does not know it");
      }
    }
  }

  /**
   * Reads one order now, maybe beside a reading of the list: the sale's stream decides once.
   *
   * @return whether the marketplace knows it yet
   */
  public boolean read(String externalId) {
    OrderPage page = channel.order(externalId);
    int unused = takeAgain(page);
    return !page.orders().isEmpty() || !page.unreadable().isEmpty();
  }

  private void take(OrderPage page) {
    page.orders().forEach(this::take);
    page.unreadable().forEach(this::keepAside);
  }

  /** Orders that were asked for one by one. Returns how many were not as we knew them. */
  int takeAgain(OrderPage page) {
    page.unreadable().forEach(this::keepAside);
    return (int) page.orders().stream().filter(this::decide).count();
  }

  private boolean take(ReportedOrder order) {
    return !order.changed().equals(seen.getIfPresent(order.externalId())) && decide(order);
  }

  private boolean decide(ReportedOrder reported) {
    ReportedOrder order = reported.named(ours);
    Sale known = sales.find(channel, order.externalId());
    if (GivenBack.by(order, known)) {
      uncertain.accept(order.lines().stream().map(MarketplaceLine::sku).toList());
    }
    if (known instanceof Sale.Unknown || known instanceof Sale.Waiting) {
      prepare(order);
    }
    CustomerId buyer = names.idOf(channel.id(), order.buyer().userName());
    try {
      boolean decided =
          sales.decides(channel, order.externalId(), sale -> decider.report(sale, order, buyer));
      work.done(channel.account(), Kind.ORDER, order.externalId());
      seen.put(order.externalId(), order.changed());
      return decided;
    } catch (IllegalArgumentException e) {
      keepAside(new OrderPage.Unreadable(order.externalId(), String.valueOf(e.getMessage())));
      return false;
    }
  }

  /** Before the order is there, so that whoever asks for its buyer finds him. */
  private void prepare(ReportedOrder order) {
    if (order.state() == ReportedOrder.State.PAID && !order.fulfilledThere()) {
      OrderId id = OrderId.ofSale(channel.id(), channel.account().name(), order.externalId());
      buyers.keep(id, LocalDate.ofInstant(order.placedAt(), ZoneOffset.UTC), order.buyer());
      books.keep(channel, order.externalId(), id);
    }
    if (order.state() != ReportedOrder.State.CANCELLED) {
      begun.accept(order);
    }
  }

  private void keepAside(OrderPage.Unreadable report) {
    LOG.warn("{} order {}: {}", channel.id(), report.externalId(), report.reason());
    work.failed(channel.account(), Kind.ORDER, report.externalId(), report.reason());
  }
}
