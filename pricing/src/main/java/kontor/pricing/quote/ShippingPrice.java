package kontor.pricing.quote;

import java.util.TreeMap;
import kontor.contracts.Money;
import kontor.pricing.cart.PriceForm;

/** A price of shipping that was set with VAT, for a buyer whose prices are without. */
public final class ShippingPrice {

  private ShippingPrice() {}

  /**
   * The price less the VAT in it: shipping shares the fate of the goods (UStAE 3.10 (5)), so it is
   * divided over their rates, and each part gives up the VAT of its rate, rounded HALF_UP.
   *
   * @param goods a quote of the goods alone, with the VAT that is in the price
   */
  public static Money net(Money gross, Quote goods) {
    TreeMap<Integer, Long> byRate = new TreeMap<>();
    goods
        .lines()
        .forEach(line -> byRate.merge(line.taxRate(), line.total().minor(), Math::addExact));
    long net = 0;
    for (var part : Taxation.divideShipping(gross.minor(), byRate).entrySet()) {
      long tax = Taxation.tax(PriceForm.GROSS, part.getValue(), part.getKey());
      net = Math.addExact(net, part.getValue() - tax);
    }
    return new Money(net, gross.currency());
  }
}
