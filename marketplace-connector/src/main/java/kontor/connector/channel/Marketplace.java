package kontor.connector.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A marketplace that we can sell on. A further one is one implementation of this, found as a bean,
 * in a package of its own; what it can do shows in which of the interfaces beside {@link
 * MarketplaceChannel} its channels implement.
 */
public interface Marketplace {

  /** Lower-case, for ever: {@code amazon}, {@code ebay}. */
  String name();

  /** What an account has to be told. */
  List<AccountField> fields();

  /**
   * What is wrong with an account that has all it needs, by field: {@code settings.queueUrl}. It is
   * refused then.
   *
   * @param secrets as they will be
   */
  default Map<String, String> wrong(Account account, Secrets secrets) {
    return Map.of();
  }

  /**
   * Gets an access token. Called by one instance at a time; what it returns is stored before it is
   * used.
   *
   * @throws ChannelException of kind {@code UNAUTHORISED} when a person has to give consent anew
   */
  Renewal renew(Account account, Secrets secrets);

  /** Calls nobody yet. */
  MarketplaceChannel open(Account account, AccountAccess access);

  /** How a person gives consent in the browser; none where tokens are copied from elsewhere. */
  default Optional<Consent> consent() {
    return Optional.empty();
  }

  /**
   * What an objection of this marketplace's means.
   *
   * @param issue as a channel of it reported it
   * @return empty when it says all there is to say
   */
  default List<Explanation> explain(String issue) {
    return List.of();
  }
}
