package kontor.connector.listing;

import java.util.Collection;
import java.util.Set;
import kontor.connector.channel.Account;
import kontor.contracts.Sku;

/**
 * Which articles' figures are on their way to an account. It is noted before they are sent, so that
 * whoever works for the account after a crash knows of which the marketplace may show figures that
 * nobody has written down.
 */
public interface OpenPushes {

  Set<Sku> of(Account account);

  /** These and no others. */
  void note(Account account, Collection<Sku> skus);
}
