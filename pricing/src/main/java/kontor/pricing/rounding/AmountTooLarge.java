package kontor.pricing.rounding;

/** The amounts of a cart are larger than money can be counted here (9.2 × 10^18 minor units). */
public final class AmountTooLarge extends ArithmeticException {

  private static final long serialVersionUID = 1;

  public AmountTooLarge(String what, ArithmeticException cause) {
    super(what + ": " + cause.getMessage());
    initCause(cause);
  }
}
