package kontor.order.giftcard;

/** Why a gift card does not pay an order. */
public enum CardRefusal {
  UNKNOWN("there is no such gift card"),
  BLOCKED("the gift card is blocked"),
  EXPIRED("the gift card is no longer valid"),
  CURRENCY("the gift card is in another currency"),
  INSUFFICIENT("the balance of the gift card does not cover the order"),
  GIVEN_UP("the payment by gift card was given up");

  private final String sentence;

  CardRefusal(String sentence) {
    this.sentence = sentence;
  }

  /** For the buyer; names no card and no amount. */
  public String sentence() {
    return sentence;
  }
}
