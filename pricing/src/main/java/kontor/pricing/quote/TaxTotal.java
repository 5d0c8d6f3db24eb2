package kontor.pricing.quote;

import kontor.contracts.Money;

/**
 * All that falls under one VAT rate: {@code net + tax = gross}. The VAT is worked out on the sum,
 * rounded HALF_UP once, and divided over the lines afterwards (§ 14 (4) no. 7, 8 UStG asks for the
 * amounts per rate).
 *
 * @param taxRate in basis points
 */
public record TaxTotal(int taxRate, Money net, Money tax, Money gross) {}
