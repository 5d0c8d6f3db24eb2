package kontor.order.giftcard;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kontor.order.customer.SignInAttempts;
import kontor.order.giftcard.GiftCard.Issued;

/**
 * Finds the card of a code that somebody types. Wrong codes in a row are paused like wrong
 * passwords, longer each time; a blocked card is found no more than one that does not exist.
 */
public final class CodeLookup {

  private final GiftCards cards;
  private final CardDirectory directory;
  private final SignInAttempts attempts;
  private final Clock clock;

  public CodeLookup(
      GiftCards cards, CardDirectory directory, SignInAttempts attempts, Clock clock) {
    this.cards = cards;
    this.directory = directory;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Found(Issued card) implements Outcome {}

    /** No card that can be used has this code. */
    record Wrong() implements Outcome {}

    /** Too many wrong codes in a row: this one was not looked at. */
    record Paused(Instant until) implements Outcome {}
  }

  /**
   * @param caller who asks; his wrong codes are counted
   */
  public Outcome find(GiftCardCode code, String caller) {
    String counted = "gift-card " + caller;
    Instant now = clock.instant();
    Instant until = attempts.begin(counted, now);
    if (until.isAfter(now)) {
      return new Outcome.Paused(until);
    }
    Optional<Issued> card =
        directory.find(code).flatMap(cards::find).filter(found -> !found.blocked());
    if (card.isEmpty()) {
      return new Outcome.Wrong();
    }
    attempts.succeeded(counted);
    return new Outcome.Found(card.get());
  }
}
