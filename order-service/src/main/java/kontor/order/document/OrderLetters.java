package kontor.order.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kontor.contracts.Money;
import kontor.contracts.order.NetPrice;
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
        dealing.recipient(),
        new Body(
            method(dealing, words),
            new Table(columns, rows),
            sums(dealing, words),
            words.text(dealing.net() ? "confirmation.net" : "confirmation.remark"),
            notes(dealing, words)));
  }

  /** The units of a parcel, without prices: it may be a gift. */
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
        dealing.deliverTo(),
        new Body(
            facts(dealing, parcel, words),
            new Table(columns, rows),
            List.of(),
            words.text("delivery.remark"),
            notes(dealing, words)));
  }

  private static List<Fact> method(Dealing dealing, Wording words) {
    return dealing.shippingMethod().stream()
        .map(name -> new Fact(words.text("shipping.method"), name))
        .toList();
  }

  private static List<Fact> notes(Dealing dealing, Wording words) {
    List<Fact> notes = new ArrayList<>();
    if (dealing.details().giftMessage() != null) {
      notes.add(new Fact(words.text("note.gift"), dealing.details().giftMessage()));
    }
    if (dealing.details().orderNote() != null) {
      notes.add(new Fact(words.text("note.order"), dealing.details().orderNote()));
    }
    return notes;
  }

  private List<Fact> facts(Dealing dealing, Parcel parcel, Wording words) {
    List<Fact> facts = new ArrayList<>(method(dealing, words));
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
  private record Body(
      List<Fact> facts, Table table, List<Fact> sums, String remark, List<Fact> notes) {}

  private Letter letter(Dealing dealing, String title, Recipient to, Body body) {
    Wording words = Wording.in(dealing.language());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("order.number"), dealing.placed().number()));
    facts.add(new Fact(words.text("order.date"), words.day(day(dealing.placed().placedAt()))));
    facts.addAll(body.facts());
    return new Letter(
        dealing.language(),
        title,
        seller.sender(),
        to.lines(seller.country(), words),
        facts,
        body.table(),
        body.sums(),
        List.of(body.remark()),
        body.notes(),
        seller.footer(words));
  }

  /** With VAT or without, as the buyer was shown it. */
  private static List<String> row(OrderLine line, Wording words) {
    NetPrice shown =
        line.net() == null
            ? new NetPrice(line.unitPrice(), line.discount(), line.total())
            : line.net();
    return List.of(
        Integer.toString(line.line()),
        line.title() + " (" + line.sku() + ")",
        line.quantity().toString(),
        words.money(shown.unitPrice()),
        shown.discount().isZero() ? "" : words.money(shown.discount().negated()),
        words.rate(line.taxRate()),
        words.money(shown.total()));
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

  private static List<Fact> sums(Dealing dealing, Wording words) {
    OrderTotals totals = dealing.placed().totals();
    return dealing.net() ? netSums(dealing, words) : grossSums(totals, words);
  }

  /** What is left of the net sum without the goods is shipping. */
  private static List<Fact> netSums(Dealing dealing, Wording words) {
    OrderTotals totals = dealing.placed().totals();
    Money net = totals.grand().minus(totals.tax());
    Money goods = Money.zero(net.currency());
    for (OrderLine line : dealing.placed().lines()) {
      goods = goods.plus(line.net() == null ? line.total().minus(line.tax()) : line.net().total());
    }
    return List.of(
        new Fact(words.text("sum.goods"), words.money(goods)),
        new Fact(words.text("shipping"), words.money(net.minus(goods))),
        new Fact(words.text("sum.net.all"), words.money(net)),
        new Fact(words.text("sum.tax.all"), words.money(totals.tax())),
        new Fact(words.text("sum.total"), words.money(totals.grand())));
  }

  private static List<Fact> grossSums(OrderTotals totals, Wording words) {
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
