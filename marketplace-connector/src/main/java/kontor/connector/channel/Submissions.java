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
   * @param refused why, if the marketplace refused it
   * @param done whether it stands there now; neither done nor refused: the marketplace lost it
   * @param listingId for the buyer, once there is one
   */
  record Settled(Sku sku, boolean done, Optional<String> refused, Optional<String> listingId) {

    public static Settled done(Sku sku, Optional<String> listingId) {
      return new Settled(sku, true, Optional.empty(), listingId);
    }

    public static Settled refused(Sku sku, String why) {
      return new Settled(sku, false, Optional.of(why), Optional.empty());
    }

    /** To be sent again. */
    public static Settled lost(Sku sku) {
      return new Settled(sku, false, Optional.empty(), Optional.empty());
    }
  }
}
