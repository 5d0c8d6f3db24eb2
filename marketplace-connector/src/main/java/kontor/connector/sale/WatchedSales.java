package kontor.connector.sale;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.MarketplaceChannel;

/** Sales that are to be read again one by one, each at its time. */
public interface WatchedSales {

  /**
   * @param dueAt when it is to be read next
   * @param missingSince when it was looked for and not found for the first time
   */
  record Watched(
      String externalId, Instant placedAt, Instant dueAt, Optional<Instant> missingSince) {}

  /** One that is watched already stays as it is. */
  void watch(MarketplaceChannel channel, Watched sale);

  /** Those whose time has come, the longest due first. */
  List<Watched> due(MarketplaceChannel channel, Instant now, int most);

  void put(MarketplaceChannel channel, Watched sale);

  void remove(MarketplaceChannel channel, String externalId);
}
