package kontor.connector.channel;

/** A marketplace through which the buyer gets money back. */
public interface Refunds {

  /**
   * Gives money back. A refund that the marketplace already has under our number is not made again.
   *
   * @return where it stands
   */
  RefundState refund(String externalId, Refund refund);

  /** Where a refund stands at the marketplace. */
  enum RefundState {
    /** To be asked again. */
    IN_PROGRESS,
    DONE
  }
}
