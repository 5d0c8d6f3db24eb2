package kontor.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.audit.Finding;
import kontor.contracts.Money;
import kontor.contracts.marketplace.AfterSaleEvent.SaleRefunded;
import kontor.contracts.marketplace.MarketplaceOrderEvent.FulfilledThere;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;

/**
 * Do the figures per day and channel say what the orders' streams say? Worked out without any code
 * of analytics. The figures follow the orders by a moment, so they are given some time.
 */
final class FigureAudit {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final int DAYS = 399;
  private static final Duration MOMENT = Duration.ofSeconds(30);

  private final Edge manager;
  private final LocalDate last = LocalDate.now(ZONE);
  private final Map<String, Figures> replayed = new TreeMap<>();

  /** What is counted of one channel on one day. */
  private static final class Figures {
    private long placed;
    private long confirmed;
    private long cancelled;
    private long rejected;
    private long units;
    private long gross;

    @Override
    public String toString() {
      return placed
          + " placed, "
          + confirmed
          + " confirmed, "
          + cancelled
          + " cancelled, "
          + rejected
          + " rejected, "
          + units
          + " units, "
          + gross
          + " minor units";
    }
  }

  /** One order while its events are counted. */
  private final class Counting {
    private final OrderPlaced order;
    private boolean sold;
    private long units;
    private long refunded;

    Counting(OrderPlaced order) {
      this.order = order;
      units = order.lines().stream().mapToLong(line -> line.quantity().value()).sum();
      on(order.placedAt()).placed++;
    }

    private Figures on(Instant moment) {
      return replayed.computeIfAbsent(
          key(LocalDate.ofInstant(moment, ZONE).toString(), order.channel().value()),
          any -> new Figures());
    }

    void count(Object event) {
      if (event instanceof OrderConfirmed e) {
        sold = true;
        Figures day = on(e.confirmedAt());
        day.confirmed++;
        day.units += units;
        day.gross += order.totals().grand().minor();
      } else if (event instanceof OrderRejected e) {
        on(e.rejectedAt()).rejected++;
      } else if (event instanceof OrderCancelled e) {
        cancel(on(e.cancelledAt()));
      } else if (event instanceof OrderReturned e && sold) {
        long back = e.lines().stream().mapToLong(line -> line.quantity().value()).sum();
        units -= back;
        on(e.returnedAt()).units -= back;
      } else if (event instanceof LinesCancelled e && sold) {
        long less = e.lines().stream().mapToLong(line -> line.quantity().value()).sum();
        units -= less;
        refunded += e.amount().minor();
        Figures day = on(e.cancelledAt());
        day.units -= less;
        day.gross -= e.amount().minor();
      } else if (event instanceof OrderRefunded e && sold) {
        refunded += e.amount().minor();
        on(e.refundedAt()).gross -= e.amount().minor();
      }
    }

    private void cancel(Figures day) {
      day.cancelled++;
      if (sold) {
        day.units -= units;
        day.gross -= order.totals().grand().minor() - refunded;
        sold = false;
      }
    }
  }

  FigureAudit(Streams streams, Edge manager) {
    this.manager = manager;
    for (List<Object> events : streams.of("order").values()) {
      if (!events.isEmpty() && events.get(0) instanceof OrderPlaced placed) {
        Counting order = new Counting(placed);
        events.forEach(order::count);
      }
    }
    streams.of("marketplace-order").values().forEach(this::countTheirs);
  }

  /** What a marketplace ships itself is no order, and counts all the same. */
  private void countTheirs(List<Object> events) {
    if (events.isEmpty() || !(events.get(0) instanceof FulfilledThere sale)) {
      return;
    }
    long units = sale.lines().stream().mapToLong(line -> line.quantity().value()).sum();
    long left = sale.total().minor();
    Figures sold = on(sale, sale.placedAt());
    sold.placed++;
    sold.confirmed++;
    sold.units += units;
    sold.gross += left;
    boolean counts = true;
    for (Object event : events) {
      if (event instanceof SaleRefunded e && counts) {
        long less = left - (sale.total().minor() - e.total().minor());
        left -= less;
        on(sale, e.seenAt()).gross -= less;
      } else if (event instanceof MarketplaceOrderCancelled e) {
        Figures ended = on(sale, e.cancelledAt());
        ended.cancelled++;
        ended.units -= units;
        ended.gross -= left;
        counts = false;
      }
    }
  }

  private Figures on(FulfilledThere sale, Instant moment) {
    return replayed.computeIfAbsent(
        key(LocalDate.ofInstant(moment, ZONE).toString(), sale.channel().value()),
        any -> new Figures());
  }

  List<Finding> findings() throws InterruptedException {
    long until = System.nanoTime() + MOMENT.toNanos();
    List<String> wrong = differences();
    while (!wrong.isEmpty() && System.nanoTime() < until) {
      Thread.sleep(500);
      wrong = differences();
    }
    return List.of(new Finding("the sales figures equal a replay", replayed.size(), wrong));
  }

  private List<String> differences() {
    Map<String, String> shown = shown();
    List<String> wrong = new ArrayList<>();
    replayed.forEach(
        (key, figures) -> {
          String told = shown.remove(key);
          if (!figures.toString().equals(told)) {
            wrong.add(key + ": " + figures + "; analytics shows " + told);
          }
        });
    shown.forEach((key, told) -> wrong.add(key + ": no orders; analytics shows " + told));
    return wrong;
  }

  private Map<String, String> shown() {
    Answer answer =
        manager.get("/api/admin/analytics/sales?from=" + last.minusDays(DAYS) + "&to=" + last);
    if (!answer.ok()) {
      throw new PlatformException("analytics answers " + answer.text());
    }
    Map<String, String> shown = new TreeMap<>();
    for (JsonNode day : answer.body().path("days")) {
      shown.put(
          key(day.path("day").asText(), day.path("channel").asText()),
          figures(day.path("figures")).toString());
    }
    return shown;
  }

  private static Figures figures(JsonNode told) {
    Figures figures = new Figures();
    figures.placed = told.path("placed").asLong();
    figures.confirmed = told.path("confirmed").asLong();
    figures.cancelled = told.path("cancelled").asLong();
    figures.rejected = told.path("rejected").asLong();
    figures.units = told.path("units").asLong();
    for (JsonNode revenue : told.path("revenue")) {
      JsonNode gross = revenue.path("gross");
      figures.gross +=
          Money.of(gross.path("amount").asText(), gross.path("currency").asText()).minor();
    }
    return figures;
  }

  private static String key(String day, String channel) {
    return day + " " + channel;
  }
}
