package kontor.connector.sale;

import java.util.List;
import java.util.function.Function;
import kontor.connector.channel.MarketplaceChannel;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/** All sales on marketplaces, by channel, account and the marketplace's id. */
public final class Sales {

  public static final AggregateType<Sale, MarketplaceOrderEvent> TYPE =
      AggregateType.of(
          "marketplace-order", MarketplaceOrderEvent.class, id -> new Sale.Unknown(), Sale::evolve);

  private final Aggregates<Sale, MarketplaceOrderEvent> sales;

  public Sales(Aggregates<Sale, MarketplaceOrderEvent> sales) {
    this.sales = sales;
  }

  public Sale find(MarketplaceChannel channel, String externalId) {
    return sales.refresh(id(channel, externalId)).state();
  }

  /** Whether the rule decided anything. */
  public boolean decides(
      MarketplaceChannel channel,
      String externalId,
      Function<Sale, List<MarketplaceOrderEvent>> rule) {
    Origin origin = Origin.of("connector", id(channel, externalId));
    return !sales.update(id(channel, externalId), origin, rule).events().isEmpty();
  }

  private static String id(MarketplaceChannel channel, String externalId) {
    return channel.account().key() + "/" + externalId;
  }
}
