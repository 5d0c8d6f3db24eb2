package kontor.connector.adoption;

import java.util.Collection;
import java.util.Optional;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.content.ContentBook;
import kontor.contracts.Sku;

/** What we sell, with what we know to stand on a marketplace. */
public interface OwnArticles {

  Collection<OwnArticle> all(MarketplaceChannel channel, ContentBook book);

  Optional<OwnArticle> find(MarketplaceChannel channel, ContentBook book, Sku sku);
}
