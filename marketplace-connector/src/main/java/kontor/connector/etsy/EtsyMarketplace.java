package kontor.connector.etsy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.AccountField;
import kontor.connector.channel.Consent;
import kontor.connector.channel.Explanation;
import kontor.connector.channel.Marketplace;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Renewal;
import kontor.connector.channel.Secrets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Etsy by its Open API v3. A refresh token is good for one use and lasts for 90 days. */
@Component
class EtsyMarketplace implements Marketplace {

  private final EtsySettings settings;
  private final EtsyTokens tokens;
  private final JsonMapper json;
  private final Clock clock;

  EtsyMarketplace(EtsySettings settings, JsonMapper json, Clock clock) {
    this.settings = settings;
    this.tokens = new EtsyTokens(settings, json);
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "etsy";
  }

  @Override
  public List<AccountField> fields() {
    return EtsyFields.ALL;
  }

  @Override
  public Renewal renew(Account account, Secrets secrets) {
    return tokens.renew(secrets);
  }

  @Override
  public MarketplaceChannel open(Account account, AccountAccess access) {
    return new EtsyChannel(account, settings, access, json, clock);
  }

  @Override
  public Optional<Consent> consent() {
    return Optional.of(tokens);
  }

  @Override
  public List<Explanation> explain(String issue) {
    return EtsyWords.explain(issue);
  }
}
