package kontor.connector.channel;

import java.util.List;
import java.util.Optional;

/** A marketplace that says, or of which we know, what an article needs before it is sent. */
public interface ProductTypes {

  /**
   * What articles of a category need. May ask the marketplace the first time and now and then.
   *
   * @param category the marketplace's; none: what articles without a mapping need, for which the
   *     account's own settings make up
   * @return empty when the marketplace has no such category, or none that articles can be in
   */
  Optional<ProductType> productType(Optional<String> category);

  /**
   * What keeps this very article off, given all that is said of it, beyond what every article of
   * its category needs: what is required only together with something else, or one of several.
   *
   * @param offer whose attributes are of the forms that its type wants
   */
  default List<Objection> objections(Offer offer) {
    return List.of();
  }
}
