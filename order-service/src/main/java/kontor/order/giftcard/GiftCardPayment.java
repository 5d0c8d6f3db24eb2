package kontor.order.giftcard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import kontor.contracts.GiftCardId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.eventstore.Origin;
import kontor.order.giftcard.GiftCard.Issued;
import kontor.order.payment.PaymentProvider;
import org.jspecify.annotations.Nullable;

/**
 * Pays orders with gift cards: the whole order is held on the card when it is confirmed, each
 * parcel takes its part, and a refund goes back on the card. Which card, the checkout has noted.
 */
public final class GiftCardPayment implements PaymentProvider {

  /** The name, and the method that a buyer chooses. */
  public static final String NAME = GiftCardEvent.PROVIDER;

  private final GiftCards cards;
  private final CardDirectory directory;

  public GiftCardPayment(GiftCards cards, CardDirectory directory) {
    this.cards = cards;
    this.directory = directory;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean offers(String method) {
    return method.equals(NAME);
  }

  /** What a parcel costs is taken when it leaves. */
  @Override
  public boolean upfront() {
    return false;
  }

  @Override
  public Authorisation authorise(Purchase purchase) {
    OrderId order = purchase.order();
    if (directory.chosen(order).isEmpty()) {
      return declined(CardRefusal.UNKNOWN);
    }
    Money amount = purchase.amount();
    LocalDate day = cards.day(purchase.placedAt());
    GiftCard now = move(order, (state, at) -> GiftCardDecider.hold(state, order, amount, day, at));
    if (!(now instanceof Issued card) || card.payment(order).isEmpty()) {
      return declined(GiftCardDecider.refusal(now, amount, day).orElse(CardRefusal.INSUFFICIENT));
    }
    return card.payment(order).filter(CardPayment::voided).isPresent()
        ? declined(CardRefusal.GIVEN_UP)
        : new Authorisation.Authorised(card.id().value());
  }

  private static Authorisation declined(CardRefusal why) {
    return new Authorisation.Declined(why.sentence());
  }

  @Override
  public Money capture(OrderId order, String capture, Money amount) {
    GiftCard now =
        move(order, (state, at) -> GiftCardDecider.capture(state, order, capture, amount, at));
    return moved(now, order, payment -> payment.captures().get(capture), amount);
  }

  @Override
  public void reduce(OrderId order, String reduction, Money amount) {
    move(order, (state, at) -> GiftCardDecider.release(state, order, reduction, amount, at));
  }

  /** An order that was never to be paid with a card has none. */
  @Override
  public void cancel(OrderId order) {
    if (directory.chosen(order).isPresent()) {
      move(order, (state, at) -> GiftCardDecider.giveUp(state, order, at));
    }
  }

  @Override
  public Money refund(OrderId order, String refund, Money amount) {
    GiftCard now =
        move(order, (state, at) -> GiftCardDecider.refund(state, order, refund, amount, at));
    return moved(now, order, payment -> payment.refunds().get(refund), amount);
  }

  private GiftCard move(OrderId order, BiFunction<GiftCard, Instant, List<GiftCardEvent>> rule) {
    GiftCardId card =
        directory
            .chosen(order)
            .orElseThrow(() -> new IllegalStateException("no gift card pays order " + order));
    return cards.move(card, Origin.of("order", order.value()), rule);
  }

  /** What moved under a name, now or before; zero when nothing could. */
  private static Money moved(
      GiftCard now, OrderId order, Function<CardPayment, @Nullable Money> part, Money amount) {
    return now instanceof Issued card
        ? card.payment(order).map(part).orElse(Money.zero(amount.currency()))
        : Money.zero(amount.currency());
  }
}
