package kontor.audit;

import java.util.ArrayList;
import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;

/** The money of one order, in minor units of its currency. */
final class OrderMoney {

  private final List<String> totals = new ArrayList<>(0);
  private long grand;
  private long reduced;
  private long paid;
  private long refunded;
  private boolean byGiftCard;
  private long paidByGiftCard;
  private long refundedToGiftCard;

  void apply(OrderEvent event) {
    if (event instanceof OrderPlaced e) {
      grand = e.totals().grand().minor();
      addUp(e);
    } else if (event instanceof LinesCancelled e) {
      reduced += e.amount().minor();
    } else if (event instanceof OrderPaid e) {
      paid += e.amount().minor();
    } else if (event instanceof OrderRefunded e) {
      refunded += e.amount().minor();
    }
    giftCard(event);
  }

  private void giftCard(OrderEvent event) {
    if (event instanceof PaymentAuthorised e) {
      byGiftCard = e.provider().equals(GiftCardEvent.PROVIDER);
    } else if (event instanceof OrderPaid e && e.provider().equals(GiftCardEvent.PROVIDER)) {
      paidByGiftCard += e.amount().minor();
    } else if (event instanceof OrderRefunded e && e.provider().equals(GiftCardEvent.PROVIDER)) {
      refundedToGiftCard += e.amount().minor();
    }
  }

  /**
   * Whether a gift card did what is said here; none did anything for an order paid otherwise.
   *
   * @param stands whether the order is confirmed and has not ended, so that the rest is held
   */
  boolean isOnGiftCard(GiftCardMoney card, boolean stands) {
    long held = byGiftCard && stands ? grand - reduced - paidByGiftCard : 0;
    return card.is(held, paidByGiftCard, refundedToGiftCard);
  }

  private void addUp(OrderPlaced order) {
    Money none = Money.zero(order.totals().grand().currency());
    Money goods = none;
    Money discount = none;
    for (OrderLine line : order.lines()) {
      Money full = line.unitPrice().times(line.quantity().value());
      goods = goods.plus(full);
      discount = discount.plus(line.discount());
      if (!line.total().equals(full.minus(line.discount()))) {
        totals.add("line " + line.line() + " is " + line.total());
      }
    }
    Money sum = goods.minus(discount).plus(order.totals().shipping());
    if (!goods.equals(order.totals().goods())
        || !discount.equals(order.totals().discount())
        || !sum.equals(order.totals().grand())) {
      totals.add("lines give " + sum + ", not " + order.totals());
    }
  }

  /** What does not add up in the order as it was placed. */
  List<String> totals() {
    return totals;
  }

  boolean refundedTooMuch() {
    return refunded > paid;
  }

  /** Whether more of the buyer's money is here than is charged. */
  boolean keepsTooMuch(boolean ended) {
    return paid - refunded > (ended ? 0 : grand - reduced);
  }

  @Override
  public String toString() {
    return "paid %d, refunded %d of %d less %d".formatted(paid, refunded, grand, reduced);
  }
}
