package kontor.connector.adoption;

import kontor.connector.channel.ReportedListing;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/**
 * A listing that stands on a marketplace and is not ours yet.
 *
 * @param sku our article; none when it is not known
 * @param reason in words for a person
 */
public record Candidate(ReportedListing there, Verdict verdict, @Nullable Sku sku, String reason) {

  /** What may become of it. */
  public enum Verdict {
    /** It is this article of ours, and can be adopted. */
    MATCHED,
    /** It may be an article of ours, but something speaks against it: a person has to decide. */
    CONFLICT,
    /** No article of ours is known to be it. */
    UNKNOWN
  }
}
