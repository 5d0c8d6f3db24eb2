package kontor.order.mail;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param lease for which one worker has a mail; longer than an SMTP server may take to answer
 * @param firstPause after a failed try; doubles with each further one, up to six hours
 * @param giveUpAfter after which a mail that cannot be sent has failed
 * @param oldestFact facts older than this are not mailed any more, as when a topic is read anew
 */
public record MailRules(
    Duration lease, Duration firstPause, Duration giveUpAfter, Duration oldestFact) {

  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int MOST_DOUBLINGS = 20;

  /**
   * @param attempts made so far, from 1
   */
  Duration pause(int attempts) {
    Duration pause = firstPause.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
