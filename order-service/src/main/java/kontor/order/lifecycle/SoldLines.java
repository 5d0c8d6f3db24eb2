package kontor.order.lifecycle;

import java.time.Instant;
import java.util.List;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.order.assortment.Assortment;
import kontor.pricing.tax.ContainedTax;
import org.jspecify.annotations.Nullable;

/** Lines of an order whose totals, VAT included, were agreed elsewhere. */
public final class SoldLines {

  private final Assortment assortment;
  private final ContainedTax taxes;

  public SoldLines(Assortment assortment, ContainedTax taxes) {
    this.assortment = assortment;
    this.taxes = taxes;
  }

  /**
   * Whose VAT is in it.
   *
   * @param at when it was agreed
   * @param exempt whether the sale as a whole is free of VAT
   */
  record Destination(CountryCode country, Instant at, boolean exempt) {}

  /**
   * @param total of all its units
   */
  record Position(Sku sku, String title, Quantity quantity, Money total) {}

  /** The unit price is rounded up to whole cents; what that adds is taken off as a discount. */
  OrderLine line(
      int number, @Nullable String externalLineId, Position position, Destination destination) {
    Money total = position.total();
    int units = position.quantity().value();
    TaxClass taxClass =
        assortment.find(position.sku()).map(o -> o.article().taxClass()).orElse(TaxClass.STANDARD);
    Money unitPrice = new Money(-Math.floorDiv(-total.minor(), (long) units), total.currency());
    return new OrderLine(
        number,
        externalLineId,
        position.sku(),
        position.title(),
        position.quantity(),
        unitPrice,
        unitPrice.times(units).minus(total),
        total,
        destination.exempt() ? 0 : taxes.rate(destination.country(), taxClass, destination.at()),
        contained(total, taxClass, destination));
  }

  private Money contained(Money total, TaxClass taxClass, Destination destination) {
    return destination.exempt()
        ? Money.zero(total.currency())
        : taxes.contained(total, destination.country(), taxClass, destination.at());
  }

  OrderTotals totals(List<OrderLine> lines, Money shipping, Destination destination) {
    Money none = Money.zero(shipping.currency());
    Money goods =
        lines.stream()
            .map(l -> l.unitPrice().times(l.quantity().value()))
            .reduce(none, Money::plus);
    Money paid = lines.stream().map(OrderLine::total).reduce(none, Money::plus);
    Money tax = lines.stream().map(OrderLine::tax).reduce(none, Money::plus);
    Money shippingTax = contained(shipping, TaxClass.STANDARD, destination);
    return new OrderTotals(
        goods, goods.minus(paid), shipping, tax.plus(shippingTax), paid.plus(shipping));
  }
}
