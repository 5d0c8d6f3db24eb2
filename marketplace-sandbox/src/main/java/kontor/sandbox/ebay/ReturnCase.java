package kontor.sandbox.ebay;

import java.time.Instant;

/**
 * Goods that a buyer wants to send back, as the Post-Order API keeps it: one line of an order.
 *
 * @param closed whether nothing is left to do about it
 */
public record ReturnCase(
    String returnId,
    String seller,
    String orderId,
    String lineItemId,
    String listingId,
    int quantity,
    String reason,
    Instant opened,
    boolean closed) {

  ReturnCase close() {
    return new ReturnCase(
        returnId, seller, orderId, lineItemId, listingId, quantity, reason, opened, true);
  }
}
