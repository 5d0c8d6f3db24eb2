package kontor.connector.channel;

import java.util.Optional;
import kontor.contracts.Sku;

/** A marketplace where a listing can be taken off and brought back. */
public interface Endings {

  /** Takes the listing off. Doing it again does nothing more. */
  void end(Sku sku, String offerId);

  /**
   * Brings back what was taken off, with the whole offer: under its listing id where the
   * marketplace allows that.
   *
   * @param listingId that it had
   */
  Published relist(Offer offer, Optional<String> listingId);
}
