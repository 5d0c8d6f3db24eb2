package kontor.order.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kontor.contracts.Money;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.order.document.Letter.Column;
import kontor.order.document.Letter.Fact;
import kontor.order.document.Letter.Table;
import kontor.order.lifecycle.Goods.Parcel;

/** Order confirmation and delivery note: printed when somebody asks, and not kept. */
public final class OrderLetters {

  private final Seller seller;
  private final ZoneId zone;

  /**
   * @param zone where dates are taken from
   */
  public OrderLetters(Seller seller, ZoneId zone) {
    this.seller = seller;
    this.zone = zone;
  }

  /** The order as it was taken, with prices. */
  public Letter confirmation(Dealing dealing) {
    Wording words = Wording.in(dealing.language());
    OrderPlaced order = dealing.placed();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(words.text("column.place")));
    columns.add(Column.text(words.text("column.article")));
    Stream.of("quantity", "unit", "discount", "rate", "gross")
        .map(name -> Column.figures(words.text("column." + name)))
        .forEach(columns::add);
    List<List<String>> rows = order.lines().stream().map(line -> row(line, words)).toList();
    return letter(
        dealing,
        words.text("confirmation.title") + " " + order.number(),
        new Body(
            List.of(),
            new Table(columns, rows),
            sums(order.totals(), words),
            words.text("confirmation.remark")));
  }

  /** The units of a parcel, without prices. */
  public Letter deliveryNote(Dealing dealing, Parcel parcel) {
    Wording words = Wording.in(dealing.language());
    List<Column> columns =
        List.of(
            Column.text(words.text("column.place")),
            Column.text(words.text("column.article")),
            Column.figures(words.text("column.quantity")));
    List<List<String>> rows =
        parcel.lines().stream().map(units -> row(units, dealing.placed())).toList();
    return letter(
        dealing,
        words.text("delivery.title") + " " + dealing.placed().number() + "-" + parcel.id(),
        new Body(
            facts(parcel, words),
            new Table(columns, rows),
            List.of(),
            words.text("delivery.remark")));
  }

  private List<Fact> facts(Parcel parcel, Wording words) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("parcel"), parcel.id()));
    if (parcel.leftAt() != null) {
      facts.add(new Fact(words.text("invoice.supplied"), words.day(day(parcel.leftAt()))));
    }
    if (parcel.carrier() != null) {
      facts.add(new Fact(words.text("carrier"), parcel.carrier()));
    }
    if (parcel.trackingNumber() != null) {
      facts.add(new Fact(words.text("tracking"), parcel.trackingNumber()));
    }
    return facts;
  }

  /** What one kind of letter has and others have not. */
  private record Body(List<Fact> facts, Table table, List<Fact> sums, String remark) {}

  private Letter letter(Dealing dealing, String title, Body body) {
    Wording words = Wording.in(dealing.language());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("order.number"), dealing.placed().number()));
    facts.add(new Fact(words.text("order.date"), words.day(day(dealing.placed().placedAt()))));
    facts.addAll(body.facts());
    return new Letter(
        dealing.language(),
        title,
        seller.sender(),
        dealing.recipient().lines(seller.country(), words),
        facts,
        body.table(),
        body.sums(),
        List.of(body.remark()),
        seller.footer(words));
  }

  private static List<String> row(OrderLine line, Wording words) {
    return List.of(
        Integer.toString(line.line()),
        line.title() + " (" + line.sku() + ")",
        line.quantity().toString(),
        words.money(line.unitPrice()),
        line.discount().isZero() ? "" : words.money(line.discount().negated()),
        words.rate(line.taxRate()),
        words.money(line.total()));
  }

  private static List<String> row(LineUnits units, OrderPlaced order) {
    String title =
        order.lines().stream()
            .filter(line -> line.line() == units.line())
            .map(OrderLine::title)
            .findFirst()
            .orElse("");
    return List.of(
        Integer.toString(units.line()),
        title + " (" + units.sku() + ")",
        units.quantity().toString());
  }

  private static List<Fact> sums(OrderTotals totals, Wording words) {
    List<Fact> sums = new ArrayList<>();
    sums.add(new Fact(words.text("sum.goods"), words.money(totals.goods())));
    Money discount = totals.discount();
    if (!discount.isZero()) {
      sums.add(new Fact(words.text("column.discount"), words.money(discount.negated())));
    }
    sums.add(new Fact(words.text("shipping"), words.money(totals.shipping())));
    sums.add(new Fact(words.text("sum.contained"), words.money(totals.tax())));
    sums.add(new Fact(words.text("sum.total"), words.money(totals.grand())));
    return sums;
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
