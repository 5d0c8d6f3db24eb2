package kontor.pricing.shipping;

import kontor.contracts.Money;

/** A method that takes a consignment, and what it costs: VAT included. */
public record ShippingOffer(ShippingMethod method, Money price) {}
