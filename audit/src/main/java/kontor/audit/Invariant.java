package kontor.audit;

import java.util.Locale;

/** What must hold of every order and every SKU once they are at rest. */
public enum Invariant {
  TOTALS("order totals add up"),
  SETTLED("every order is settled"),
  REFUNDS("no more is refunded than was paid"),
  PAYMENTS("what is paid fits the totals"),
  USES("each use of a limited promotion is that of an order that stands, and none is too many"),
  GIFT_CARDS(
      "gift cards pay what their orders say, each step once, and no card more than is on it"),
  EXCHANGES("what one order credits for an exchange, the other one gets"),
  PARCELS("parcels, cancellations and returns fit the lines"),
  HELD("what is held equals the open units of each order"),
  PICKED("what was picked equals what each order shipped"),
  LEDGER("the stock ledger adds up to the level of each SKU and location"),
  PROMISED("no unit is promised that is not there"),
  OFFERED("no channel is offered more than its part");

  private final String sentence;

  Invariant(String sentence) {
    this.sentence = sentence;
  }

  /** In words. */
  public String sentence() {
    return sentence;
  }

  /** As a label of a metric. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is judged per order; per SKU otherwise. */
  public boolean ofOrders() {
    return this != LEDGER && this != PROMISED && this != OFFERED;
  }
}
