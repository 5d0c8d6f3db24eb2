package kontor.connector.ebay;

import java.util.List;
import java.util.Optional;
import kontor.connector.account.Accounts;
import kontor.connector.account.ConnectedAccount;
import kontor.connector.channel.Account;
import kontor.connector.channel.Secrets;
import kontor.connector.credential.Credentials;
import kontor.connector.credential.Vault;
import kontor.connector.sale.Buyers;
import kontor.connector.work.AccountWorkers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What follows from a notification that is eBay's: somebody who closed his account there is
 * forgotten here; everything else is a hint that orders may have changed, so they are read soon. It
 * may come again or never; reading at intervals stays the truth.
 */
@Component
class EbayNotices {

  private static final Logger LOG = LoggerFactory.getLogger(EbayNotices.class);
  private static final String DELETION = "MARKETPLACE_ACCOUNT_DELETION";

  private final Accounts accounts;
  private final Vault vault;
  private final Buyers buyers;
  private final AccountWorkers workers;
  private final JsonMapper json;

  EbayNotices(
      Accounts accounts, Vault vault, Buyers buyers, AccountWorkers workers, JsonMapper json) {
    this.accounts = accounts;
    this.vault = vault;
    this.buyers = buyers;
    this.workers = workers;
    this.json = json;
  }

  /** Of the first account that has any: all accounts are let in by the same application. */
  Secrets application() {
    return ours().stream()
        .map(account -> vault.find(account.key()).map(Credentials::secrets))
        .flatMap(Optional::stream)
        .filter(secrets -> !secrets.get(EbayFields.CLIENT_ID).isBlank())
        .findFirst()
        .orElse(Secrets.NONE);
  }

  /** Never logs who it is about. */
  void take(byte[] body) {
    JsonNode message = read(body);
    String topic = message.at("/metadata/topic").asString("");
    if (topic.equals(DELETION)) {
      String userName = message.at("/notification/data/username").asString("");
      long forgotten = userName.isBlank() ? 0 : buyers.forgetUser(ours(), userName);
      LOG.info(
          "eBay notification {}: {} sales of a closed account are forgotten",
          id(message),
          forgotten);
      return;
    }
    LOG.info("eBay notification {} of {}: orders are read soon", id(message), topic);
    ours().forEach(account -> workers.find(account).ifPresent(work -> work.readOrdersSoon()));
  }

  private JsonNode read(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      LOG.warn("an eBay notification is signed and no JSON: {}", e.getOriginalMessage());
      return json.createObjectNode();
    }
  }

  private static String id(JsonNode message) {
    return message.at("/notification/notificationId").asString("?");
  }

  private List<Account> ours() {
    return accounts.all().stream()
        .map(ConnectedAccount::account)
        .filter(account -> account.marketplace().equals("ebay"))
        .toList();
  }
}
