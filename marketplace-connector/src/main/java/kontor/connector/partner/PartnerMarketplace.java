package kontor.connector.partner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.AccountField;
import kontor.connector.channel.Marketplace;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Renewal;
import kontor.connector.channel.Secrets;
import org.springframework.stereotype.Component;

/** Partners who keep to our contract. An account is one partner. */
@Component
class PartnerMarketplace implements Marketplace {

  @Override
  public String name() {
    return "partner";
  }

  @Override
  public List<AccountField> fields() {
    return PartnerFields.ALL;
  }

  /** There is no token: the key goes with each call. */
  @Override
  public Renewal renew(Account account, Secrets secrets) {
    return new Renewal("none", Duration.ofDays(1), secrets, Optional.empty());
  }

  @Override
  public MarketplaceChannel open(Account account, AccountAccess access) {
    return new PartnerChannel(account, access.token());
  }
}
