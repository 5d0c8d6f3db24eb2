package kontor.connector.amazon;

import java.time.Clock;
import java.util.List;
import java.util.Map;
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

/** Amazon by its Selling Partner API. */
@Component
class AmazonMarketplace implements Marketplace {

  private final AmazonSettings settings;
  private final AmazonTokens tokens;
  private final JsonMapper json;
  private final Clock clock;

  AmazonMarketplace(AmazonSettings settings, JsonMapper json, Clock clock) {
    this.settings = settings;
    this.tokens = new AmazonTokens(settings, json);
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "amazon";
  }

  @Override
  public List<AccountField> fields() {
    return AmazonFields.ALL;
  }

  /** A queue without its key would only ever refuse us. */
  @Override
  public Map<String, String> wrong(Account account, Secrets secrets) {
    try {
      boolean queue = QueueAddress.of(account).isPresent();
      boolean key =
          !secrets.get(AmazonFields.QUEUE_KEY_ID).isBlank()
              && !secrets.get(AmazonFields.QUEUE_KEY).isBlank();
      return queue && !key
          ? Map.of("secrets." + AmazonFields.QUEUE_KEY, "the queue needs its key id and key")
          : Map.of();
    } catch (IllegalArgumentException e) {
      return Map.of("settings." + AmazonFields.QUEUE_URL, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Renewal renew(Account account, Secrets secrets) {
    return tokens.renew(secrets);
  }

  @Override
  public MarketplaceChannel open(Account account, AccountAccess access) {
    return new AmazonChannel(account, settings, access, json, clock);
  }

  @Override
  public List<Explanation> explain(String issue) {
    return AmazonWords.explain(issue);
  }
}
