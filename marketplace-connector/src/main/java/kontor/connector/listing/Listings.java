package kontor.connector.listing;

import java.util.List;
import java.util.function.Function;
import kontor.connector.channel.MarketplaceChannel;
import kontor.contracts.Sku;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/** All listings, by channel, account and SKU. */
public final class Listings {

  public static final AggregateType<Listing, Record> TYPE =
      AggregateType.of("listing", Record.class, id -> Listing.NONE, Listing::evolve);

  private final Aggregates<Listing, Record> listings;

  public Listings(Aggregates<Listing, Record> listings) {
    this.listings = listings;
  }

  /** The listing as the store has it. */
  public Listing find(MarketplaceChannel channel, Sku sku) {
    return listings.refresh(id(channel, sku)).state();
  }

  /**
   * The listing as this instance last saw it; right as long as nobody else works for the account.
   */
  public Listing lastSeen(MarketplaceChannel channel, Sku sku) {
    return listings.lastSeen(id(channel, sku)).state();
  }

  public void update(MarketplaceChannel channel, Sku sku, Function<Listing, List<Record>> decide) {
    Origin origin = Origin.of("connector", id(channel, sku));
    var unused = listings.update(id(channel, sku), origin, decide);
  }

  private static String id(MarketplaceChannel channel, Sku sku) {
    return channel.account().key() + "/" + sku;
  }
}
