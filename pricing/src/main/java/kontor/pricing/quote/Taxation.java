package kontor.pricing.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kontor.contracts.Money;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.rounding.Rounding;
import kontor.pricing.rounding.Shares;

/** Works out the VAT of all amounts under one rate and divides it over them. */
final class Taxation {

  private static final int WHOLE = 10_000;

  private Taxation() {}

  /**
   * The VAT in (gross form) or on (net form) an amount, rounded HALF_UP.
   *
   * @param rate in basis points
   */
  static long tax(PriceForm form, long amount, int rate) {
    return Rounding.ratio(amount, rate, form == PriceForm.GROSS ? WHOLE + rate : WHOLE);
  }

  /** A unit price in the buyer's form, whichever it was set in; rounded HALF_UP if converted. */
  static Money inForm(PriceForm form, Money price, boolean taxIncluded, int rate) {
    if (taxIncluded == (form == PriceForm.GROSS)) {
      return price;
    }
    long converted =
        taxIncluded
            ? Rounding.ratio(price.minor(), WHOLE, WHOLE + rate)
            : Rounding.ratio(price.minor(), WHOLE + rate, WHOLE);
    return new Money(converted, price.currency());
  }

  /** The VAT of each amount, in their order; together it is the VAT of their sum. */
  static List<Long> taxes(PriceForm form, List<Long> amounts, int rate) {
    long sum = amounts.stream().reduce(0L, Math::addExact);
    return Shares.split(tax(form, sum, rate), amounts);
  }

  /** The price of shipping per VAT rate, the lowest first, in proportion to the goods. */
  static SortedMap<Integer, Long> divideShipping(long price, SortedMap<Integer, Long> goodsByRate) {
    List<Long> parts = Shares.split(price, new ArrayList<>(goodsByRate.values()));
    SortedMap<Integer, Long> byRate = new TreeMap<>();
    goodsByRate.keySet().forEach(rate -> byRate.put(rate, parts.get(byRate.size())));
    return byRate;
  }
}
