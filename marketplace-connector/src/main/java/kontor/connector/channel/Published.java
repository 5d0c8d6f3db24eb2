package kontor.connector.channel;

import java.util.Optional;

/**
 * Where an offer is on the marketplace.
 *
 * @param offerId for changing it
 * @param listingId for the buyer; none as long as the marketplace has not made one
 * @param submission set when the marketplace has only taken note and will answer later; what it is
 *     asked by then, or the offer id where there is nothing of that kind
 */
public record Published(String offerId, Optional<String> listingId, Optional<String> submission) {

  /** It stands there. */
  public static Published live(String offerId, String listingId) {
    return new Published(offerId, Optional.of(listingId), Optional.empty());
  }

  /** The marketplace will see to it. */
  public static Published submitted(String offerId, String submission) {
    return new Published(offerId, Optional.empty(), Optional.of(submission));
  }
}
