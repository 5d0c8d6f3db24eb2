package kontor.order.customer;

import java.time.Instant;

/**
 * One entry in the history of a consent, which is never changed (art. 7 (1) GDPR: it has to be
 * shown that consent was given, and by which text).
 *
 * @param textVersion which text the customer read, such as {@code newsletter-2026-11}
 */
public record Consent(Purpose purpose, State state, Instant at, String textVersion) {

  /** What a customer may agree to. */
  public enum Purpose {
    /** Advertising by e-mail (§ 7 UWG): counts only after a click in a mail. */
    NEWSLETTER(true),
    /** A mail that asks for a review after the delivery (§ 7 UWG). */
    REVIEW_REQUESTS(true),
    /** Offers that are chosen by what was bought before. */
    PERSONAL_OFFERS(false);

    private final boolean confirmedByMail;

    Purpose(boolean confirmedByMail) {
      this.confirmedByMail = confirmedByMail;
    }

    public boolean isConfirmedByMail() {
      return confirmedByMail;
    }
  }

  /** What was said. */
  public enum State {
    /** Asked for; the mailed link was not used yet. */
    REQUESTED,
    GIVEN,
    WITHDRAWN
  }
}
