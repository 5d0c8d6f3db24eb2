package kontor.order.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.Money;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.order.document.Language;
import kontor.order.document.Seller;
import kontor.order.document.Wording;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Order.Confirmed;

/** What mails say of an order, as people of a language write it. */
public final class OrderWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss z");

  /** How the withdrawal from a whole order is named. */
  private static final String WHOLE = "W-";

  private final Seller seller;
  private final ZoneId zone;
  private final String publicUrl;

  /**
   * @param zone where days and times are taken from
   * @param publicUrl the shop's address, without a slash at its end
   */
  public OrderWords(Seller seller, ZoneId zone, String publicUrl) {
    this.seller = seller;
    this.zone = zone;
    this.publicUrl = publicUrl;
  }

  Map<String, Object> of(Mail mail, Order order, Language language) {
    Wording words = Wording.in(language);
    OrderPlaced placed = Order.placed(order);
    Map<String, Object> values = new HashMap<>(mail.details());
    values.remove("name"); // of the withdrawal: in the words it is the reader's
    values.put("number", placed.number());
    values.put("placedOn", day(placed.placedAt(), words));
    values.put("shopUrl", publicUrl);
    values.put("email", seller.email());
    values.put("iban", seller.iban());
    values.put("bic", seller.bic());
    values.put("lines", lines(mail, order, words));
    values.put("sums", sums(placed.totals(), words));
    reason(mail, values);
    times(mail, values, words);
    return values;
  }

  private static void reason(Mail mail, Map<String, Object> values) {
    String reason = mail.details().get("reason");
    if (reason != null) {
      values.put(reason, true);
    }
    if (mail.details().get("tracking") != null) {
      values.put("tracked", true);
    }
  }

  private void times(Mail mail, Map<String, Object> values, Wording words) {
    String amount = mail.details().get("amount");
    if (amount != null) {
      String[] parts = amount.split(" ");
      values.put("amount", words.money(Money.of(parts[0], parts[1])));
    }
    String due = mail.details().get("dueAt");
    if (due != null) {
      values.put("dueOn", day(Instant.parse(due), words));
    }
    String withdrawal = mail.details().get("name");
    if (withdrawal != null) {
      values.put("name_of_withdrawal", withdrawal);
    }
    String declared = mail.details().get("declaredAt");
    if (declared != null) {
      Instant at = Instant.parse(declared);
      values.put("declaredOn", day(at, words));
      values.put("declaredTime", TIME.format(at.atZone(zone)));
    }
  }

  private String day(Instant at, Wording words) {
    return words.day(at.atZone(zone).toLocalDate());
  }

  /** What the mail is about: a parcel's units, those of a withdrawal, or the whole order. */
  private static List<Map<String, Object>> lines(Mail mail, Order order, Wording words) {
    OrderPlaced placed = Order.placed(order);
    List<LineUnits> some = order instanceof Confirmed taken ? some(mail, taken) : List.of();
    if (some.isEmpty()) {
      return placed.lines().stream().map(line -> line(line, words)).toList();
    }
    return some.stream()
        .map(
            units ->
                Map.<String, Object>of(
                    "quantity", units.quantity().toString(), "title", title(placed, units)))
        .toList();
  }

  private static List<LineUnits> some(Mail mail, Confirmed order) {
    String parcel = mail.details().get("parcel");
    if (parcel != null) {
      return order.goods().parcel(parcel).map(p -> p.lines()).orElse(List.of());
    }
    String rma = mail.details().get("name");
    return rma == null || rma.startsWith(WHOLE)
        ? List.of()
        : order.returns().find(rma).map(r -> r.lines()).orElse(List.of());
  }

  private static String title(OrderPlaced order, LineUnits units) {
    return order.lines().stream()
        .filter(line -> line.line() == units.line())
        .map(OrderLine::title)
        .findFirst()
        .orElse(units.sku().value());
  }

  private static Map<String, Object> line(OrderLine line, Wording words) {
    return Map.of(
        "quantity",
        line.quantity().toString(),
        "title",
        line.title(),
        "unitPrice",
        words.money(line.unitPrice()),
        "rate",
        words.rate(line.taxRate()),
        "total",
        words.money(line.total()));
  }

  private static List<Map<String, Object>> sums(OrderTotals totals, Wording words) {
    return List.of(
        sum(words.text("sum.goods"), totals.goods(), words),
        sum(words.text("column.discount"), totals.discount().negated(), words),
        sum(words.text("shipping"), totals.shipping(), words),
        sum(words.text("sum.contained"), totals.tax(), words),
        sum(words.text("sum.total"), totals.grand(), words));
  }

  private static Map<String, Object> sum(String label, Money amount, Wording words) {
    return Map.of("label", label, "value", words.money(amount));
  }
}
