package kontor.order.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.invoice.InvoiceEvent.InvoiceLine;
import kontor.contracts.invoice.InvoiceEvent.TaxSum;
import kontor.contracts.order.NetPrice;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.order.lifecycle.Charges;
import kontor.order.lifecycle.Charges.Charge;
import kontor.pricing.rounding.Rounding;
import kontor.pricing.rounding.Shares;

/**
 * Lines and VAT of a bill from what the buyer is charged. The gross amounts are given; per rate the
 * net sum is the gross sum less the VAT in it, the VAT is worked out on the net sum, and what that
 * misses of the gross sum is the bill's rounding (EN 16931, BT-114). The net sum is divided over
 * its lines by largest remainder: in proportion to their gross amounts, or to the net prices that a
 * business was shown, which gives those very prices where all of a line is billed.
 *
 * @param lines the goods, then the charge for shipping
 */
record Billing(List<InvoiceLine> lines, List<TaxSum> taxes, Money rounding, Money total) {

  private static final int WHOLE = 10_000;

  /** What the charge for shipping is called where no language is known. */
  static final String SHIPPING = "shipping";

  /**
   * A line before its net amount is known.
   *
   * @param weight its share in the net sum of its rate
   */
  private record Gross(int place, InvoiceLine line, long weight) {

    static Gross of(int place, InvoiceLine line) {
      return new Gross(place, line, line.gross().minor());
    }

    /** Of a business: what it should come to without VAT. */
    static Gross netted(int place, InvoiceLine line) {
      long net = line.net().isZero() ? withoutTax(line) : line.net().minor();
      return new Gross(place, line, net);
    }

    private static long withoutTax(InvoiceLine line) {
      return Rounding.ratio(line.gross().minor(), WHOLE, (long) WHOLE + line.taxRate());
    }
  }

  /**
   * @param ordered all lines of the order: shipping is divided over their rates as when it was
   *     priced (UStAE 3.10 (5))
   */
  static Billing of(Charges charges, List<OrderLine> ordered) {
    Money none = Money.zero(charges.shipping().currency());
    List<InvoiceLine> gross = new ArrayList<>();
    charges.lines().forEach(charge -> gross.add(goods(charge)));
    if (!charges.shipping().isZero()) {
      gross.addAll(shipping(charges.shipping(), ordered));
    }
    return of(gross, ordered.stream().anyMatch(line -> line.net() != null), none);
  }

  /** Its net amount is what it should come to, or none where prices are with VAT. */
  private static InvoiceLine goods(Charge charge) {
    OrderLine line = charge.line();
    NetPrice net = line.net();
    Money none = Money.zero(charge.amount().currency());
    return new InvoiceLine(
        line.sku(),
        line.title(),
        new Quantity(charge.units()),
        line.unitPrice(),
        charge.amount(),
        line.taxRate(),
        net == null || !charge.amount().equals(line.total()) ? none : net.total(),
        net == null ? null : net.unitPrice());
  }

  private static List<InvoiceLine> shipping(Money price, List<OrderLine> ordered) {
    SortedMap<Integer, Long> goods = new TreeMap<>();
    ordered.forEach(line -> goods.merge(line.taxRate(), weight(line), Math::addExact));
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

  /** Its value with VAT; of net prices unrounded, since shipping may cost far more than goods. */
  private static long weight(OrderLine line) {
    return line.net() == null
        ? line.total().minor()
        : Math.multiplyExact(line.net().total().minor(), (long) WHOLE + line.taxRate());
  }

  private static Billing of(List<InvoiceLine> gross, boolean net, Money none) {
    SortedMap<Integer, List<Gross>> byRate = new TreeMap<>();
    for (int i = 0; i < gross.size(); i++) {
      byRate
          .computeIfAbsent(gross.get(i).taxRate(), rate -> new ArrayList<>())
          .add(net ? Gross.netted(i, gross.get(i)) : Gross.of(i, gross.get(i)));
    }
    InvoiceLine[] lines = new InvoiceLine[gross.size()];
    List<TaxSum> taxes = new ArrayList<>();
    byRate.forEach((rate, part) -> taxes.add(tax(rate, part, net, lines)));
    Money total = sum(gross.stream().map(InvoiceLine::gross).toList(), none);
    Money sums = sum(taxes.stream().map(tax -> tax.net().plus(tax.tax())).toList(), none);
    return new Billing(List.of(lines), taxes, total.minus(sums), total);
  }

  private static TaxSum tax(int rate, List<Gross> part, boolean ofBusiness, InvoiceLine[] lines) {
    Currency currency = part.get(0).line().gross().currency();
    long gross =
        part.stream().mapToLong(one -> one.line().gross().minor()).reduce(0L, Math::addExact);
    long net = Rounding.ratio(gross, WHOLE, (long) WHOLE + rate);
    List<Long> nets = ofBusiness ? quoted(net, part) : Shares.split(net, weights(part));
    for (int i = 0; i < part.size(); i++) {
      Money own = new Money(nets.get(i), currency);
      lines[part.get(i).place()] = withNet(part.get(i).line(), own, ofBusiness);
    }
    long tax = Rounding.ratio(net, rate, WHOLE);
    return new TaxSum(rate, new Money(net, currency), new Money(tax, currency));
  }

  private static List<Long> weights(List<Gross> part) {
    return part.stream().map(Gross::weight).toList();
  }

  /** The goods come to what was quoted, and shipping, the last line, to what they leave. */
  private static List<Long> quoted(long net, List<Gross> part) {
    List<Long> nets = new ArrayList<>(weights(part));
    int last = nets.size() - 1;
    long goods = nets.subList(0, last).stream().mapToLong(Long::longValue).sum();
    if (part.get(last).line().sku() != null || goods > net) {
      return Shares.split(net, nets);
    }
    nets.set(last, net - goods);
    return nets;
  }

  /** Shipping costs a business its net amount. */
  private static InvoiceLine withNet(InvoiceLine line, Money net, boolean ofBusiness) {
    return new InvoiceLine(
        line.sku(),
        line.title(),
        line.quantity(),
        line.unitPrice(),
        line.gross(),
        line.taxRate(),
        net,
        ofBusiness && line.sku() == null ? net : line.netUnitPrice());
  }

  private static Money sum(Collection<Money> amounts, Money none) {
    return amounts.stream().reduce(none, Money::plus);
  }
}
