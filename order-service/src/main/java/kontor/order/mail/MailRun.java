package kontor.order.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kontor.order.mail.Mails.Entry;
import kontor.order.mail.Mails.Leased;
import kontor.order.mail.Post.NotSentException;

/**
 * Sends one mail at a time, each leased for itself, so that two workers never send the same one at
 * once. Between the server's yes and our note of it lies a moment in which a crash means that the
 * mail is sent again, with the same Message-ID.
 */
public final class MailRun {

  private static final int LONGEST_REASON = 300;

  /** What became of one mail. */
  public record Done(String id, MailKind kind, MailStatus status) {}

  private final Mails mails;
  private final MailWriter writer;
  private final Post post;
  private final MailRules rules;
  private final Clock clock;

  public MailRun(Mails mails, MailWriter writer, Post post, MailRules rules, Clock clock) {
    this.mails = mails;
    this.writer = writer;
    this.post = post;
    this.rules = rules;
    this.clock = clock;
  }

  /** Empty when none is due. */
  public Optional<Done> sendNext() {
    return mails.lease(clock.instant(), rules.lease()).map(this::send);
  }

  private Done send(Leased leased) {
    Entry entry = leased.entry();
    return new Done(entry.id(), entry.mail().kind(), tried(leased));
  }

  private MailStatus tried(Leased leased) {
    Entry entry = leased.entry();
    try {
      Optional<Message> message = writer.write(entry.mail());
      if (message.isEmpty()) {
        mails.close(leased, MailStatus.SKIPPED, "there is no address any more");
        return MailStatus.SKIPPED;
      }
      post.send(new Post.Label(entry.id(), entry.mail().kind(), entry.recordedAt()), message.get());
      mails.sent(leased, entry.mail().kind().isSecret() ? null : message.get(), clock.instant());
      return MailStatus.SENT;
    } catch (NotSentException e) {
      return notSent(leased, String.valueOf(e.getMessage()), e.isHopeless());
    } catch (RuntimeException e) {
      return notSent(leased, "it cannot be written: " + e.getClass().getSimpleName(), false);
    }
  }

  private MailStatus notSent(Leased leased, String why, boolean hopeless) {
    Instant now = clock.instant();
    String reason = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
    Instant end = leased.entry().waitingSince().plus(rules.giveUpAfter());
    if (hopeless || !now.isBefore(end)) {
      mails.close(leased, MailStatus.FAILED, reason);
      return MailStatus.FAILED;
    }
    mails.postpone(leased, reason, now.plus(rules.pause(leased.entry().attempts())));
    return MailStatus.WAITING;
  }
}
