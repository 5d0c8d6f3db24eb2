package kontor.order.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import org.jspecify.annotations.Nullable;

/** Where mails are written down. */
public interface Mails {

  /**
   * A mail in a list.
   *
   * @param id opaque; made of the fact, so that a fact has one mail
   * @param recordedAt when it was written down
   * @param waitingSince the start of the present row of tries
   * @param reason why the last try failed, or why it was not sent
   */
  record Entry(
      String id,
      Mail mail,
      MailStatus status,
      int attempts,
      Instant recordedAt,
      Instant waitingSince,
      Instant dueAt,
      @Nullable Instant sentAt,
      @Nullable String reason) {}

  /**
   * A mail that one worker has for itself for a while.
   *
   * @param lease what the worker shows to change it; worth nothing once another one has it
   */
  record Leased(Entry entry, String lease) {}

  /**
   * What was sent, as long as it is kept.
   *
   * @param subject absent where the text is a secret or was erased
   */
  record Copy(Entry entry, @Nullable String subject, @Nullable String text) {}

  /** The newest first. */
  record Page(List<Entry> items, @Nullable String next) {}

  /**
   * How many wait and have failed.
   *
   * @param oldest since when the oldest waits
   */
  record Queue(long waiting, long failed, @Nullable Instant oldest) {}

  /** When mails were switched on here for the first time; {@code now} if that was not before. */
  Instant switchedOn(Instant now);

  /** Writes it down to be sent; false when its fact was written down before. */
  boolean record(Mail mail, Instant now);

  /** The mail that waits longest, for this worker alone until the lease is over. */
  Optional<Leased> lease(Instant now, Duration lease);

  /** It was sent. */
  void sent(Leased mail, @Nullable Message message, Instant at);

  /** To be tried again. */
  void postpone(Leased mail, String reason, Instant dueAt);

  /** Not to be tried again: failed or skipped. */
  void close(Leased mail, MailStatus end, String reason);

  Optional<Entry> find(String id);

  /** A failed or skipped mail waits again; false when it is neither. */
  boolean retry(String id, Instant now);

  Page list(
      @Nullable OrderId order, @Nullable MailStatus status, @Nullable String cursor, int limit);

  List<Copy> ofOrder(OrderId order);

  List<Copy> ofCustomer(CustomerId customer);

  /** Erases address and words of what was sent; that there was a mail stays known. */
  void eraseTexts(Iterable<String> ids);

  Queue queue();
}
