package kontor.pricing.price;

import java.util.List;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.Price;

/** Where the prices of an article come from: a {@link PriceBook}, or a service's own projection. */
@FunctionalInterface
public interface PriceSource {

  /** All prices of an article, also those of other channels, groups and times; empty if none. */
  List<Price> of(Sku sku);
}
