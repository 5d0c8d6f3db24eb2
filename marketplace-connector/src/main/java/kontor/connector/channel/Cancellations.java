package kontor.connector.channel;

import java.util.Optional;

/** A marketplace where the seller can end a sale before it is shipped. */
public interface Cancellations {

  /** Whether single lines can be cancelled; otherwise only the whole sale. */
  boolean byLine();

  /**
   * Ends the sale, or lines of it. Looks first whether an earlier call arrived, so repeating it
   * does nothing more.
   *
   * @param ticket of the answer before, when this asks again
   */
  Progress cancel(String externalId, Cancellation cancellation, Optional<String> ticket);
}
