package kontor.sandbox.ebay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to an order's money after the sale.
 *
 * @param caseOpen whether the buyer has opened a case, while which the seller pays nothing back
 */
public record AfterSale(boolean caseOpen, List<Refund> refunds) {

  static final AfterSale NONE = new AfterSale(false, List.of());

  public AfterSale {
    refunds = List.copyOf(refunds);
  }

  /**
   * Money on its way back to the buyer, or arrived there.
   *
   * @param parts by line; empty for one of the whole order
   */
  public record Refund(
      String refundId,
      Instant asked,
      Status status,
      String reason,
      String comment,
      Amount amount,
      List<Part> parts) {

    public Refund {
      parts = List.copyOf(parts);
    }

    Refund settled(Instant at, Status other) {
      return new Refund(refundId, at, other, reason, comment, amount, parts);
    }
  }

  /** What a line's buyer gets back. */
  public record Part(String lineItemId, Amount amount) {}

  /** How far it is. */
  public enum Status {
    PENDING,
    REFUNDED,
    FAILED
  }

  AfterSale with(Refund refund) {
    List<Refund> more = new ArrayList<>(refunds);
    more.removeIf(known -> known.refundId().equals(refund.refundId()));
    more.add(refund);
    return new AfterSale(caseOpen, more);
  }

  AfterSale withCase(boolean open) {
    return new AfterSale(open, refunds);
  }

  boolean pending() {
    return refunds.stream().anyMatch(refund -> refund.status() == Status.PENDING);
  }

  /** All that is paid back or about to be. */
  Amount returned(String currency) {
    return refunds.stream()
        .filter(refund -> refund.status() != Status.FAILED)
        .map(Refund::amount)
        .reduce(Amount.zero(currency), Amount::plus);
  }

  Amount returnedOf(String lineItemId, String currency) {
    return refunds.stream()
        .filter(refund -> refund.status() != Status.FAILED)
        .flatMap(refund -> refund.parts().stream())
        .filter(part -> part.lineItemId().equals(lineItemId))
        .map(Part::amount)
        .reduce(Amount.zero(currency), Amount::plus);
  }
}
