package kontor.order.promotion;

/** Why a promotion may not be used once more. */
public enum UseRefusal {
  /** As many orders as may use it do. */
  USED_UP,
  /** As many orders of this customer as may use it do. */
  USED_BY_CUSTOMER
}
