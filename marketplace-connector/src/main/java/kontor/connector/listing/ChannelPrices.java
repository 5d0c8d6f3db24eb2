package kontor.connector.listing;

import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.contracts.Sku;
import kontor.contracts.price.ChannelPriceEvent.ChannelPriceChanged;

/** Prices of articles on single accounts, which hold before the shop's. */
@FunctionalInterface
public interface ChannelPrices {

  /** What is known of the article's price there; its price may be absent. Asked all the time. */
  Optional<ChannelPriceChanged> find(Account account, Sku sku);
}
