package kontor.order.giftcard.adapter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.GiftCardId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.order.giftcard.CardPayment;
import kontor.order.giftcard.GiftCard.Issued;
import org.jspecify.annotations.Nullable;

/**
 * A gift card for the manager: {@code amount = balance + held + captured − refunded} over all
 * orders.
 *
 * @param code only in the answer to the request that issued it
 * @param amount that it was issued with
 * @param orders that it was to pay
 */
record GiftCardAnswer(
    GiftCardId id,
    @Nullable String code,
    Money amount,
    Money balance,
    Money held,
    LocalDate validUntil,
    Instant issuedAt,
    boolean blocked,
    List<Movements> orders) {

  /**
   * What one order did with it.
   *
   * @param held kept for it and not captured yet
   * @param captures by name, such as {@code parcel-1}
   * @param refunds by name
   * @param voided whether its payment was given up
   */
  record Movements(
      OrderId order,
      Money held,
      Money captured,
      Money refunded,
      Map<String, Money> captures,
      Map<String, Money> refunds,
      boolean voided) {

    private static Movements of(OrderId order, CardPayment payment) {
      return new Movements(
          order,
          payment.held(),
          payment.captured(),
          payment.refunded(),
          new TreeMap<>(payment.captures()),
          new TreeMap<>(payment.refunds()),
          payment.voided());
    }
  }

  static GiftCardAnswer of(Issued card, @Nullable String code) {
    return new GiftCardAnswer(
        card.id(),
        code,
        card.amount(),
        card.balance(),
        card.held(),
        card.validUntil(),
        card.issuedAt(),
        card.blocked(),
        card.payments().entrySet().stream()
            .map(one -> Movements.of(one.getKey(), one.getValue()))
            .sorted(Comparator.comparing(one -> one.order().value()))
            .toList());
  }

  /** Holds a code. */
  @Override
  public String toString() {
    return "gift card " + id;
  }
}
