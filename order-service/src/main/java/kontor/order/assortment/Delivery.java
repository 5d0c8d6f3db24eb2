package kontor.order.assortment;

import kontor.contracts.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * How a cart is to be sent.
 *
 * @param grams what it weighs
 * @param method the code of the method that the buyer wants; absent: the cheapest
 */
public record Delivery(CountryCode country, long grams, @Nullable String method) {}
