package kontor.contracts.order;

import kontor.contracts.Money;

/**
 * A line as a buyer whose prices are without VAT sees it: {@code total = unitPrice × quantity −
 * discount}, to the cent.
 *
 * @param discount what promotions took off the whole line, positive
 */
public record NetPrice(Money unitPrice, Money discount, Money total) {}
