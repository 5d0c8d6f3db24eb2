package kontor.pricing.shipping;

import kontor.contracts.CountryCode;
import kontor.contracts.Money;

/**
 * What is to be sent, as far as the price of sending it depends on it.
 *
 * @param country where it goes
 * @param grams what it weighs
 * @param goods what it is worth: with VAT, discounts taken off
 */
public record Consignment(CountryCode country, long grams, Money goods) {}
