package kontor.pricing.quote;

import kontor.contracts.Money;

/**
 * The sums of a quote. {@code goods}, {@code discount} and {@code shipping} are in the quote's
 * form; {@code net + tax = grand}, and in the gross form {@code goods − discount + shipping =
 * grand}.
 *
 * @param grand what the buyer pays
 */
public record QuoteTotals(
    Money goods, Money discount, Money shipping, Money net, Money tax, Money grand) {}
