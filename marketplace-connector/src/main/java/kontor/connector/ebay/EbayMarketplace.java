package kontor.connector.ebay;

import java.time.Clock;
import java.util.List;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.AccountField;
import kontor.connector.channel.Explanation;
import kontor.connector.channel.Marketplace;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Renewal;
import kontor.connector.channel.Secrets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** eBay by its Sell APIs. A refresh token lasts about 18 months and is not rotated. */
@Component
class EbayMarketplace implements Marketplace {

  private final EbaySettings settings;
  private final EbayTokens tokens;
  private final JsonMapper json;
  private final Clock clock;

  EbayMarketplace(EbaySettings settings, JsonMapper json, Clock clock) {
    this.settings = settings;
    this.tokens = new EbayTokens(settings, json);
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ebay";
  }

  @Override
  public List<AccountField> fields() {
    return EbayFields.ALL;
  }

  @Override
  public Renewal renew(Account account, Secrets secrets) {
    return tokens.renew(secrets);
  }

  @Override
  public MarketplaceChannel open(Account account, AccountAccess access) {
    return new EbayChannel(account, settings, access, json, clock);
  }

  @Override
  public List<Explanation> explain(String issue) {
    return EbayWords.explain(issue);
  }
}
