package kontor.connector.content;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.contracts.Sku;

/** What we sell, as it would be offered on a marketplace now. */
public interface Articles {

  Collection<Sku> all();

  /** Empty when the article is gone or has no price there. */
  Optional<Offer> offer(MarketplaceChannel channel, Sku sku);

  /** Whether we sell it, or have ever listed it there. */
  boolean known(MarketplaceChannel channel, Sku sku);

  /** Our categories of an article or a product; empty when there is no such thing. */
  Optional<List<String>> categories(Subject subject);
}
