package kontor.connector.channel;

import java.util.Optional;

/** A marketplace where the seller can end a sale before it is shipped. */
public interface Cancellations {

  /** Whether single lines can be cancelled; otherwise only the whole sale. */
  boolean byLine();

  /**
   * Ends the sale, or lines of it. Repeating it does nothing more.
   *
   * @return what to ask {@link Submissions} for, where the marketplace answers later
   */
  Optional<String> cancel(String externalId, Cancellation cancellation);
}
