package kontor.order.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.invoice.InvoiceEvent.InvoiceLine;
import kontor.contracts.invoice.InvoiceEvent.TaxSum;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.order.lifecycle.Charges;
import kontor.order.lifecycle.Charges.Charge;
import kontor.pricing.rounding.Rounding;
import kontor.pricing.rounding.Shares;

/**
 * Lines and VAT of a bill from what the buyer is charged. The gross amounts are given; per rate the
 * net sum is the gross sum less the VAT in it, the VAT is worked out on the net sum, and what that
 * misses of the gross sum is the bill's rounding (EN 16931, BT-114). The net sum is divided over
 * its lines by largest remainder.
 *
 * @param lines the goods, then the charge for shipping
 */
record Billing(List<InvoiceLine> lines, List<TaxSum> taxes, Money rounding, Money total) {

  private static final int WHOLE = 10_000;

  /** What the charge for shipping is called where no language is known. */
  static final String SHIPPING = "shipping";

  /** A line before its net amount is known. */
  private record Gross(int place, InvoiceLine line) {}

  /**
   * @param ordered all lines of the order: shipping is divided over their rates as when it was
   *     priced (UStAE 3.10 (5))
   */
  static Billing of(Charges charges, List<OrderLine> ordered) {
    Money none = Money.zero(charges.shipping().currency());
    List<InvoiceLine> gross = new ArrayList<>();
    for (Charge charge : charges.lines()) {
      OrderLine line = charge.line();
      gross.add(
          new InvoiceLine(
              line.sku(),
              line.title(),
              new Quantity(charge.units()),
              line.unitPrice(),
              charge.amount(),
              line.taxRate(),
              none));
    }
    if (!charges.shipping().isZero()) {
      gross.addAll(shipping(charges.shipping(), ordered));
    }
    return of(gross, none);
  }

  private static List<InvoiceLine> shipping(Money price, List<OrderLine> ordered) {
    SortedMap<Integer, Long> goods = new TreeMap<>();
    ordered.forEach(line -> goods.merge(line.taxRate(), line.total().minor(), Math::addExact));
    List<Long> parts = Shares.split(price.minor(), List.copyOf(goods.values()));
    List<InvoiceLine> lines = new ArrayList<>();
    int i = 0;
    for (int rate : goods.keySet()) {
      Money part = new Money(parts.get(i++), price.currency());
      if (!part.isZero()) {
        Money none = Money.zero(price.currency());
        lines.add(new InvoiceLine(null, SHIPPING, new Quantity(1), part, part, rate, none));
      }
    }
    return lines;
  }

  private static Billing of(List<InvoiceLine> gross, Money none) {
    SortedMap<Integer, List<Gross>> byRate = new TreeMap<>();
    for (int i = 0; i < gross.size(); i++) {
      byRate
          .computeIfAbsent(gross.get(i).taxRate(), rate -> new ArrayList<>())
          .add(new Gross(i, gross.get(i)));
    }
    InvoiceLine[] lines = new InvoiceLine[gross.size()];
    List<TaxSum> taxes = new ArrayList<>();
    byRate.forEach((rate, part) -> taxes.add(tax(rate, part, none, lines)));
    Money total = sum(gross.stream().map(InvoiceLine::gross).toList(), none);
    Money sums = sum(taxes.stream().map(tax -> tax.net().plus(tax.tax())).toList(), none);
    return new Billing(List.of(lines), taxes, total.minus(sums), total);
  }

  private static TaxSum tax(int rate, List<Gross> part, Money none, InvoiceLine[] lines) {
    List<Long> weights = part.stream().map(one -> one.line().gross().minor()).toList();
    long gross = weights.stream().reduce(0L, Math::addExact);
    long net = Rounding.ratio(gross, WHOLE, (long) WHOLE + rate);
    List<Long> nets = Shares.split(net, weights);
    for (int i = 0; i < part.size(); i++) {
      lines[part.get(i).place()] =
          withNet(part.get(i).line(), new Money(nets.get(i), none.currency()));
    }
    long tax = Rounding.ratio(net, rate, WHOLE);
    return new TaxSum(rate, new Money(net, none.currency()), new Money(tax, none.currency()));
  }

  private static InvoiceLine withNet(InvoiceLine line, Money net) {
    return new InvoiceLine(
        line.sku(),
        line.title(),
        line.quantity(),
        line.unitPrice(),
        line.gross(),
        line.taxRate(),
        net);
  }

  private static Money sum(Collection<Money> amounts, Money none) {
    return amounts.stream().reduce(none, Money::plus);
  }
}
