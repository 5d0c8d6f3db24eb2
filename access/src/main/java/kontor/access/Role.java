package kontor.access;

/** What a caller may do. */
public enum Role {
  /** A visitor of the shop: own cart, own orders. */
  GUEST,
  /** A visitor who has signed in: what a guest may, and the own account. */
  CUSTOMER,
  /** Runs the shop: everything under {@code /api/admin}. */
  MANAGER
}
