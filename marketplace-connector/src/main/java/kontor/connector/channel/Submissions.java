package kontor.connector.channel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Sku;

/** A marketplace that takes note of a change at once and says later what became of it. */
public interface Submissions {

  /**
   * What has become of parts of a submission; those still being worked on are left out.
   *
   * @param submission as {@link Published} or {@link Pushed} named it
   * @param parts what was sent with it
   */
  List<Settled> settled(String submission, Collection<PriceAndQuantity> parts);

  /**
   * @param refused why, if the marketplace did not do it
   * @param listingId for the buyer, once there is one
   */
  record Settled(Sku sku, Optional<String> refused, Optional<String> listingId) {}
}
