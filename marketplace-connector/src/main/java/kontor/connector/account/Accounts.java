package kontor.connector.account;

import java.util.Collection;
import java.util.List;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.listing.ListingSync;
import kontor.contracts.Sku;

/** All accounts at all marketplaces, each with its worker. */
public final class Accounts implements AutoCloseable {

  private final List<MarketplaceChannel> channels;
  private final List<ListingSync> syncs;
  private final List<AccountWorker> workers;

  Accounts(
      List<MarketplaceChannel> channels, List<ListingSync> syncs, List<AccountWorker> workers) {
    this.channels = List.copyOf(channels);
    this.syncs = List.copyOf(syncs);
    this.workers = List.copyOf(workers);
  }

  public List<MarketplaceChannel> channels() {
    return channels;
  }

  /** Articles that may have changed: every account looks at them. */
  void mark(Collection<Sku> skus) {
    syncs.forEach(sync -> sync.mark(skus));
  }

  /** Articles that wait to be looked at, over all accounts. */
  public int waiting() {
    return syncs.stream().mapToInt(ListingSync::waiting).sum();
  }

  @Override
  public void close() {
    workers.forEach(AccountWorker::close);
  }
}
