package kontor.pricing.quote;

import java.util.List;
import kontor.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * Shipping. It shares the fate of the goods (UStAE 3.10 (5)), so its price is divided over their
 * VAT rates in proportion to their value.
 *
 * @param price in the quote's form
 * @param method the code of how it is sent; absent: not known yet
 * @param parts per VAT rate, the lowest first; their prices add up to the price
 */
public record ShippingLine(Money price, @Nullable String method, List<Part> parts) {

  public ShippingLine {
    parts = List.copyOf(parts);
  }

  /** The part of the price that falls under one rate, in basis points, and its VAT. */
  public record Part(int taxRate, Money price, Money tax) {}

  /** The VAT of all parts. */
  public Money tax() {
    return parts.stream().map(Part::tax).reduce(Money.zero(price.currency()), Money::plus);
  }
}
