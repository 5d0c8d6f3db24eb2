package kontor.connector.repricing.adapter;

import kontor.connector.account.Accounts;
import kontor.connector.account.ConnectedAccount;
import kontor.connector.channel.Account;
import kontor.contracts.ChannelId;
import kontor.platform.spring.BadRequestException;
import org.springframework.stereotype.Component;

/** Finds the account that a request is about, or answers 404. */
@Component
class KnownAccounts {

  private final Accounts accounts;

  KnownAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  Account find(ChannelId channel, String name) {
    return accounts
        .find(channel, name)
        .map(ConnectedAccount::account)
        .orElseThrow(() -> BadRequestException.notFound("no account " + channel + "/" + name));
  }
}
