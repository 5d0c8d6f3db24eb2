package kontor.connector.sale;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.MarketplaceChannel;

/** Sales that are read again one by one, where the marketplace does not show all changes. */
public interface WatchedSales {

  /**
   * @param missingSince when it was looked for and not found for the first time
   */
  record Watched(
      String externalId, Instant placedAt, Instant lookedAt, Optional<Instant> missingSince) {}

  /** One that is watched already stays as it is. */
  void watch(MarketplaceChannel channel, Watched sale);

  List<Watched> of(MarketplaceChannel channel);

  void put(MarketplaceChannel channel, Watched sale);

  void remove(MarketplaceChannel channel, String externalId);
}
