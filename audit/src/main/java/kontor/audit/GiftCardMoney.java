package kontor.audit;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.OrderId;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardCaptured;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardHeld;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardRefunded;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardReleased;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardVoided;

/** What gift cards hold, took and gave back for one order, in minor units. */
final class GiftCardMoney {

  private final Set<String> names = new HashSet<>(4);
  private boolean twice;
  private long held;
  private long captured;
  private long refunded;

  /** The order that a movement is for; empty when it is for none. */
  static Optional<OrderId> orderOf(GiftCardEvent event) {
    if (event instanceof GiftCardHeld e) {
      return Optional.of(e.order());
    }
    if (event instanceof GiftCardCaptured e) {
      return Optional.of(e.order());
    }
    if (event instanceof GiftCardReleased e) {
      return Optional.of(e.order());
    }
    if (event instanceof GiftCardVoided e) {
      return Optional.of(e.order());
    }
    return event instanceof GiftCardRefunded e ? Optional.of(e.order()) : Optional.empty();
  }

  /** By how much more, or less, is on the card. */
  long apply(GiftCardEvent event) {
    if (event instanceof GiftCardHeld e) {
      return held("held", e.amount().minor());
    }
    if (event instanceof GiftCardCaptured e) {
      captured += e.amount().minor();
      held("captured " + e.capture(), -e.amount().minor());
      return 0;
    }
    if (event instanceof GiftCardReleased e) {
      return held("released " + e.release(), -e.amount().minor());
    }
    if (event instanceof GiftCardVoided e) {
      return held("voided", -e.amount().minor());
    }
    if (event instanceof GiftCardRefunded e) {
      refunded += e.amount().minor();
      held("refunded " + e.refund(), 0);
      return e.amount().minor();
    }
    return 0;
  }

  private long held(String name, long more) {
    twice |= !names.add(name);
    held += more;
    return -more;
  }

  /** Whether a name counted more than once, or more was taken or given back than there was. */
  boolean broken() {
    return twice || held < 0 || captured < 0 || refunded > captured;
  }

  boolean is(long wantedHeld, long wantedCaptured, long wantedRefunded) {
    return held == wantedHeld && captured == wantedCaptured && refunded == wantedRefunded;
  }

  @Override
  public String toString() {
    return "holds %d, took %d, gave back %d".formatted(held, captured, refunded);
  }
}
