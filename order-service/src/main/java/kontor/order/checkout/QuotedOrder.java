package kontor.order.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kontor.contracts.Money;
import kontor.contracts.PromotionId;
import kontor.contracts.Sku;
import kontor.contracts.order.NetPrice;
import kontor.contracts.order.OrderDiscount;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.ShippingChoice;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteLine;
import kontor.pricing.rounding.Rounding;
import kontor.pricing.shipping.ShippingOffer;
import org.jspecify.annotations.Nullable;

/**
 * An order from a quote. All that is charged, refunded and counted later is with VAT, so an order
 * of net prices is written with VAT as well, and keeps the net prices beside: {@code total} is the
 * net total and its VAT, exactly; the unit price is rounded up to the cent, and the discount holds
 * what that added.
 */
final class QuotedOrder {

  private static final int WHOLE = 10_000;

  private QuotedOrder() {}

  static List<OrderLine> lines(Quote quote, Function<Sku, String> title) {
    List<OrderLine> lines = new ArrayList<>();
    for (QuoteLine line : quote.lines()) {
      Money unit = unitPrice(line);
      lines.add(
          new OrderLine(
              lines.size() + 1,
              null,
              line.sku(),
              title.apply(line.sku()),
              line.quantity(),
              unit,
              unit.times(line.quantity().value()).minus(line.gross()),
              line.gross(),
              line.taxRate(),
              line.tax(),
              net(line)));
    }
    return lines;
  }

  /** With VAT: no unit is cheaper than its part of the line. */
  private static Money unitPrice(QuoteLine line) {
    if (line.form() == PriceForm.GROSS) {
      return line.unitPrice();
    }
    Money unit = line.unitPrice();
    long gross = Rounding.ratio(unit.minor(), WHOLE + (long) line.taxRate(), WHOLE);
    Money rounded = new Money(gross, unit.currency());
    Money one = Money.ofMinor(1, unit.currency().getCurrencyCode());
    return rounded.times(line.quantity().value()).compareTo(line.gross()) < 0
        ? rounded.plus(one)
        : rounded;
  }

  private static @Nullable NetPrice net(QuoteLine line) {
    return line.form() == PriceForm.GROSS
        ? null
        : new NetPrice(line.unitPrice(), line.discount(), line.total());
  }

  static OrderTotals totals(Quote quote) {
    List<OrderLine> lines = lines(quote, Sku::value);
    Money none = Money.zero(quote.totals().grand().currency());
    Money shipping =
        quote.form() == PriceForm.GROSS
            ? quote.totals().shipping()
            : quote.totals().shipping().plus(quote.shipping().tax());
    return new OrderTotals(
        lines.stream()
            .map(line -> line.unitPrice().times(line.quantity().value()))
            .reduce(none, Money::plus),
        lines.stream().map(OrderLine::discount).reduce(none, Money::plus),
        shipping,
        quote.totals().tax(),
        quote.totals().grand());
  }

  /**
   * The order's own record of what was taken off.
   *
   * @param counted promotions of whose uses this order is one
   * @return nothing when nothing was taken off
   */
  static @Nullable List<OrderDiscount> promotions(Quote quote, Set<PromotionId> counted) {
    return quote.promotions().isEmpty()
        ? null
        : quote.promotions().stream()
            .map(
                one ->
                    new OrderDiscount(
                        one.promotion(),
                        one.name(),
                        one.coupon(),
                        one.discount(),
                        counted.contains(one.promotion())))
            .toList();
  }

  static ShippingChoice shipping(ShippingOffer offer) {
    return new ShippingChoice(
        offer.method().code(), offer.method().name().de(), offer.method().name().en());
  }
}
