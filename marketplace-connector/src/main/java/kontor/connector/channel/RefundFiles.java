package kontor.connector.channel;

import java.util.List;
import java.util.Optional;

/**
 * A marketplace that takes refunds in files. Whoever calls keeps one file at a time until it is
 * submitted, so that what the marketplace did not answer to can only be that one.
 */
public interface RefundFiles extends PaysBack {

  /**
   * One of the refunds in a file.
   *
   * @param refund with at least one line
   */
  record Asked(String externalId, Refund refund) {}

  /**
   * A file that lies with the marketplace, of which nothing is carried out yet.
   *
   * @param ticket with which it is submitted
   * @param parts which part of it each refund is, in the order in which they were asked for
   */
  record Prepared(String ticket, List<String> parts) {

    public Prepared {
      parts = List.copyOf(parts);
    }
  }

  /** Refunds that fit into a file. */
  int mostInFile();

  /** Brings refunds to the marketplace, at least one. */
  Prepared prepare(List<Asked> refunds);

  /**
   * Has a file carried out, once however often this is asked.
   *
   * @return the marketplace's name for the submission; empty while nobody knows whether there is
   *     one
   * @throws ChannelException of kind {@code REFUSED} when a person has to look whether there is one
   */
  Optional<String> submit(String ticket);

  /**
   * What became of a part of a submission.
   *
   * @return whether it is paid back; otherwise the marketplace works on it
   * @throws ChannelException of kind {@code REFUSED} when it is not, or nobody knows
   */
  boolean paidBack(String submission, String part);
}
