package kontor.catalog.product;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.ProductId;

/**
 * Which product a SKU or a GTIN belongs to: one at a time, however many publish at the same moment.
 */
public interface Claims {

  /**
   * Claims the names for the product; a name that it has already stays with it.
   *
   * @param version of the product on which the claim is based
   * @return the names that others hold, with their holders; when there are any, nothing new is kept
   */
  Map<Name, ProductId> take(Set<Name> names, ProductId product, long version);

  /** Gives back names that were claimed on a version before the given one. */
  void release(Set<Name> names, ProductId product, long version);

  Optional<ProductId> holder(Name name);
}
