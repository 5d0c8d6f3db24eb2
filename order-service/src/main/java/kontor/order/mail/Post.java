package kontor.order.mail;

import java.time.Instant;

/** Carries mails. */
@FunctionalInterface
public interface Post {

  /**
   * How a mail is known on its way.
   *
   * @param key the same on every try, so that its reader can tell a repetition; opaque
   * @param at when it was written down first
   */
  record Label(String key, MailKind kind, Instant at) {}

  /** The mail could not be handed over. */
  final class NotSentException extends RuntimeException {

    private final boolean hopeless;

    /**
     * @param reason without personal data
     * @param hopeless whether it will never work, such as with an address that is none
     */
    public NotSentException(String reason, boolean hopeless, Throwable cause) {
      super(reason, cause);
      this.hopeless = hopeless;
    }

    public boolean isHopeless() {
      return hopeless;
    }
  }

  /** Returns when the mail was taken over; throws {@link NotSentException} otherwise. */
  void send(Label label, Message message);
}
