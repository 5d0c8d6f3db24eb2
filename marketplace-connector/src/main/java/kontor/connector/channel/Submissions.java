package kontor.connector.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.Sku;

/** A marketplace that takes note of a change at once and says later what became of it. */
public interface Submissions {

  /**
   * What has become of the parts of submissions; those still being worked on are left out.
   *
   * @param submissions what was sent with each, by the name that {@link Published} or {@link
   *     Pushed} gave it; all at once, since one call may answer for many
   */
  List<Settled> settled(Map<String, List<PriceAndQuantity>> submissions);

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
