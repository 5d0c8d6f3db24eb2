package kontor.connector.partner;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Afterwards;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.OrderPage.Unreadable;
import kontor.connector.channel.Percent;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.connector.channel.ReportedOrder.State;
import kontor.connector.partner.PartnerTable.Row;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;

/**
 * A partner's orders in our words: a row is a line, and what is of the order stands in each of its
 * rows. An order with one bad row is kept aside whole, with the line of the file and the reason.
 */
final class PartnerOrders {

  private static final List<String> COLUMNS =
      List.of(
          "order",
          "state",
          "placed",
          "changed",
          "line",
          "sku",
          "quantity",
          "linetotal",
          "shipping",
          "total",
          "currency",
          "country");

  /** What a row that names no order is called in the list of work. */
  private static final String NAMELESS = "orders.csv line ";

  private final PartnerClient client;

  PartnerOrders(PartnerClient client) {
    this.client = client;
  }

  /** The end is a page without rows. */
  OrderPage page(Instant from, Instant to, Optional<String> cursor) {
    int number = Integer.parseInt(cursor.orElse("1"));
    String window =
        "?changedFrom="
            + Percent.encode(from.toString())
            + "&changedTo="
            + Percent.encode(to.toString());
    List<Row> rows = client.get("orders.csv" + window + "&page=" + number, COLUMNS);
    Optional<String> next =
        rows.isEmpty() ? Optional.empty() : Optional.of(Integer.toString(number + 1));
    return read(rows, next);
  }

  OrderPage single(String externalId) {
    if (externalId.startsWith(NAMELESS)) {
      Unreadable still = new Unreadable(externalId, "the row names no order: set it right there");
      return new OrderPage(List.of(), List.of(still), Optional.empty());
    }
    return read(
        client.get("orders.csv?order=" + Percent.encode(externalId), COLUMNS), Optional.empty());
  }

  private OrderPage read(List<Row> rows, Optional<String> next) {
    Map<String, List<Row>> orders = new LinkedHashMap<>();
    for (Row row : rows) {
      String id = row.get("order");
      String name = id.isEmpty() ? NAMELESS + row.line() : id;
      orders.computeIfAbsent(name, o -> new ArrayList<>()).add(row);
    }
    PartnerFormat format = client.format();
    List<ReportedOrder> read = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    orders.forEach(
        (id, lines) -> {
          try {
            read.add(order(id, lines, format));
          } catch (BadRow e) {
            unreadable.add(new Unreadable(id, String.valueOf(e.getMessage())));
          }
        });
    return new OrderPage(read, unreadable, next);
  }

  private static ReportedOrder order(String id, List<Row> rows, PartnerFormat format) {
    List<MarketplaceLine> lines = new ArrayList<>();
    Map<String, Integer> cancelled = new HashMap<>();
    for (Row row : rows) {
      tell(row, () -> lines.add(line(row, format)));
      tell(row, () -> cancelled(row).ifPresent(units -> cancelled.put(row.get("line"), units)));
    }
    Row first = rows.get(0);
    ReportedOrder[] order = new ReportedOrder[1];
    tell(first, () -> order[0] = order(id, first, lines, cancelled, format));
    return order[0];
  }

  private static ReportedOrder order(
      String id,
      Row row,
      List<MarketplaceLine> lines,
      Map<String, Integer> cancelled,
      PartnerFormat format) {
    String currency = row.require("currency");
    Money shipping = format.amount(row.require("shipping"), currency);
    Money total = format.amount(row.require("total"), currency);
    Money sum = lines.stream().map(MarketplaceLine::total).reduce(shipping, Money::plus);
    if (!sum.equals(total)) {
      throw new IllegalArgumentException("lines and shipping are " + sum + ", total is " + total);
    }
    return new ReportedOrder(
        id,
        state(row.require("state")),
        Instant.parse(row.require("placed")),
        Instant.parse(row.require("changed")),
        new CountryCode(row.require("country")),
        lines,
        shipping,
        total,
        buyer(row),
        false,
        new Afterwards(cancelled, Optional.empty(), Optional.empty()));
  }

  private static MarketplaceLine line(Row row, PartnerFormat format) {
    if (!row.fault().isEmpty()) {
      throw new IllegalArgumentException(row.fault());
    }
    row.require("order");
    return new MarketplaceLine(
        row.require("line"),
        new Sku(row.require("sku")),
        row.get("title"),
        new Quantity(number(row, "quantity")),
        format.amount(row.require("linetotal"), row.require("currency")));
  }

  private static Optional<Integer> cancelled(Row row) {
    return row.get("cancelled").isEmpty()
        ? Optional.empty()
        : Optional.of(number(row, "cancelled")).filter(units -> units > 0);
  }

  private static int number(Row row, String column) {
    String text = row.require(column);
    if (!text.matches("[0-9]{1,7}")) {
      throw new IllegalArgumentException("column " + column + " is no number: '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static State state(String text) {
    return switch (text) {
      case "open" -> State.WAITING;
      case "paid" -> State.PAID;
      case "cancelled" -> State.CANCELLED;
      default -> throw new IllegalArgumentException("unknown state '" + text + "'");
    };
  }

  private static Buyer buyer(Row row) {
    return new Buyer(
        row.get("user"),
        row.get("name"),
        row.get("email"),
        row.get("street"),
        row.get("postalcode"),
        row.get("city"),
        row.get("country"));
  }

  private static void tell(Row row, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new BadRow("line " + row.line() + ": " + e.getMessage(), e);
    }
  }

  /** A row that cannot be read, with its line. */
  private static final class BadRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRow(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
