package kontor.access;

/** What a caller may do. */
public enum Role {
  /** A visitor of the shop: own cart, own orders. */
  GUEST,
  /** Runs the shop: everything under {@code /api/admin}. */
  MANAGER
}
