package kontor.connector.account;

import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.MarketplaceChannel;

/** The channels of the accounts that this instance knows to be active. */
public interface OpenChannels {

  Optional<MarketplaceChannel> find(Account account);
}
