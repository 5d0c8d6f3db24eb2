package kontor.order.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kontor.contracts.Money;
import kontor.contracts.invoice.InvoiceEvent.InvoiceLine;
import kontor.contracts.invoice.InvoiceEvent.TaxSum;
import kontor.order.document.Letter.Column;
import kontor.order.document.Letter.Fact;
import kontor.order.document.Letter.Table;

/**
 * An invoice or credit note in words (§ 14 (4) UStG says what must be there). Its first remark says
 * how it is paid.
 */
public final class InvoiceLetter {

  private final IssuedBill issued;
  private final Bill bill;
  private final Dealing dealing;
  private final Seller seller;
  private final Wording words;

  private InvoiceLetter(IssuedBill issued, Dealing dealing, Seller seller) {
    this.issued = issued;
    this.bill = issued.bill();
    this.dealing = dealing;
    this.seller = seller;
    this.words = Wording.in(dealing.language());
  }

  public static Letter of(IssuedBill issued, Dealing dealing, Seller seller) {
    return new InvoiceLetter(issued, dealing, seller).write();
  }

  private Letter write() {
    String title = words.text(issued.isCredit() ? "credit.title" : "invoice.title");
    return new Letter(
        dealing.language(),
        title + " " + issued.number(),
        seller.sender(),
        dealing.recipient().lines(seller.country(), words),
        facts(),
        table(),
        sums(),
        remarks(),
        seller.footer(words));
  }

  private List<Fact> facts() {
    String kind = issued.isCredit() ? "credit" : "invoice";
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(kind + ".number", issued.number()));
    facts.add(fact(kind + ".date", words.day(issued.issuedOn())));
    facts.add(fact(kind + ".supplied", words.day(bill.suppliedOn())));
    facts.add(fact("order.number", dealing.placed().number()));
    if (issued.isCredit()) {
      facts.add(fact("credit.corrects", String.join(", ", bill.corrects())));
      facts.add(fact("credit.return", bill.cause()));
    } else {
      facts.add(fact("parcel", bill.cause()));
      dealing.shippingMethod().ifPresent(name -> facts.add(fact("shipping.method", name)));
    }
    if (dealing.details().purchaseOrder() != null) {
      facts.add(fact("buyer.order", dealing.details().purchaseOrder()));
    }
    if (dealing.details().vatId() != null) {
      facts.add(fact("buyer.vat", dealing.details().vatId()));
    }
    return facts;
  }

  private Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (InvoiceLine line : bill.lines()) {
      rows.add(row(rows.size() + 1, line));
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(words.text("column.place")));
    columns.add(Column.text(words.text("column.article")));
    Stream.of("quantity", "unit", "discount", "rate", "net", "gross")
        .filter(name -> !bill.net() || !name.equals("gross"))
        .map(name -> Column.figures(words.text("column." + name)))
        .forEach(columns::add);
    return new Table(columns, rows);
  }

  private List<String> row(int place, InvoiceLine line) {
    Money unit = line.netUnitPrice() == null ? line.unitPrice() : line.netUnitPrice();
    Money total = line.netUnitPrice() == null ? line.gross() : line.net();
    Money discount = unit.times(line.quantity().value()).minus(total);
    String article =
        line.sku() == null ? words.text("shipping") : line.title() + " (" + line.sku() + ")";
    List<String> row = new ArrayList<>();
    row.add(Integer.toString(place));
    row.add(article);
    row.add(line.quantity().toString());
    row.add(words.money(unit));
    row.add(discount.isZero() ? "" : words.money(discount.negated()));
    row.add(words.rate(line.taxRate()));
    row.add(words.money(line.net()));
    if (!bill.net()) {
      row.add(words.money(line.gross()));
    }
    return row;
  }

  private List<Fact> sums() {
    List<Fact> sums = new ArrayList<>();
    for (TaxSum tax : bill.taxes()) {
      String rate = words.rate(tax.taxRate());
      sums.add(new Fact(words.text("sum.net", rate), words.money(tax.net())));
      sums.add(new Fact(words.text("sum.tax", rate), words.money(tax.tax())));
    }
    if (!bill.rounding().isZero()) {
      sums.add(fact("sum.rounding", words.money(bill.rounding())));
    }
    sums.add(fact(issued.isCredit() ? "sum.credit" : "sum.total", words.money(bill.total())));
    return sums;
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (issued.isCredit()) {
      remarks.add(words.text(dealing.byGiftCard() ? "pay.gift-card.credit" : "pay.credit"));
    } else if (dealing.onAccount()) {
      remarks.add(
          words.text(
              "pay.account",
              words.money(bill.total()),
              words.day(seller.due(issued.issuedOn())),
              dealing.reference()));
    } else {
      remarks.add(words.text(dealing.byGiftCard() ? "pay.gift-card" : "pay.paid"));
    }
    bill.exemption().ifPresent(key -> remarks.add(words.text(key)));
    return remarks;
  }

  private Fact fact(String key, String value) {
    return new Fact(words.text(key), value);
  }
}
