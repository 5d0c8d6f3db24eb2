package kontor.order.lifecycle;

/** How far the goods of a confirmed order have come. */
public enum Stage {
  /** To be packed and shipped, in one parcel or in several. */
  OPEN,
  /** A person wants it looked at first. */
  ON_HOLD,
  /** All of it has left the house. */
  SHIPPED,
  /** All of it is with the buyer, who may still withdraw. */
  DELIVERED,
  /** The time to withdraw is over. */
  COMPLETED
}
