package kontor.connector.channel;

import java.util.Collection;
import java.util.List;

/**
 * What a marketplace tells an account without being asked. It may come late, twice, in any order or
 * never, so it only says what to read sooner; asking at intervals stays the truth. One thread at a
 * time; every call may throw a {@link ChannelException}.
 */
public interface HintQueue {

  /** Sees to it that the marketplace tells; repeating does nothing. */
  void subscribe();

  /**
   * What waits, the urgent first; empty when nothing does. It comes again after a while unless it
   * is acknowledged.
   */
  List<Told> take();

  /** It was seen to, so that it comes never again. */
  void acknowledge(Collection<Told> told);

  /**
   * A message.
   *
   * @param id the marketplace's; the same for a repetition
   * @param receipt what it is acknowledged by
   * @param times how often it was handed out, 1 at first
   */
  record Told(String id, String receipt, int times, Hint hint) {}

  /**
   * What is to be read.
   *
   * @param subject by the marketplace's name of it; empty where there is none
   * @param urgent before others: goods may be about to leave that the buyer does not want any more
   */
  record Hint(Kind kind, String subject, boolean urgent) {

    public Hint(Kind kind, String subject) {
      this(kind, subject, false);
    }
  }

  /** What a hint is about. */
  enum Kind {
    /** An order, by its id. */
    ORDER,
    /** What stands there of an article, by its SKU there. */
    LISTING,
    /** A submission of ours, by what {@link Submissions} and tickets call it. */
    SUBMISSION,
    /** A settlement was closed. */
    SETTLEMENT,
    /** What others ask for an article, by its listing id. */
    COMPETITION,
    /** Told before, or about somebody else: nothing to read. */
    NOTHING,
    /** Of a kind that nobody here knows. */
    UNKNOWN,
    /** Not to be read. */
    UNREADABLE
  }
}
