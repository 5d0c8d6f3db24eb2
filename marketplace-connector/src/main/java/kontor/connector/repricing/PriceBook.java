package kontor.connector.repricing;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import kontor.contracts.Money;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/** The prices of all articles on all accounts, each a stream of its own. */
public final class PriceBook {

  public static final AggregateType<ChannelPrice, Record> TYPE =
      AggregateType.of(
              "channel-price",
              Record.class,
              id -> ChannelPrice.none(PriceKey.parse(id)),
              ChannelPrice::evolve)
          .closingWith(state -> List.of(state.published()));

  private final Aggregates<ChannelPrice, Record> prices;
  private final Clock clock;

  public PriceBook(Aggregates<ChannelPrice, Record> prices, Clock clock) {
    this.prices = prices;
    this.clock = clock;
  }

  /** The price as the store has it. */
  public ChannelPrice find(PriceKey key) {
    return prices.refresh(key.id()).state();
  }

  /** Sets the price by hand. Doing it again does nothing. */
  public ChannelPrice set(PriceKey key, Money price, Origin origin) {
    return update(key, origin, state -> PriceDecider.set(state, price, clock.instant()));
  }

  /** Takes any price of its own away, by hand or by rule. Doing it again does nothing. */
  public ChannelPrice remove(PriceKey key, Origin origin) {
    return update(
        key, origin, state -> PriceDecider.remove(state, "Removed by hand.", clock.instant()));
  }

  /**
   * @param floor now
   * @throws IllegalStateException with the reason, when it is not to be had any more
   */
  public ChannelPrice approve(PriceKey key, int number, Floor floor, Origin origin) {
    return update(
        key, origin, state -> PriceDecider.approve(state, number, floor, clock.instant()));
  }

  /**
   * @throws IllegalStateException with the reason, when it cannot be rejected any more
   */
  public ChannelPrice reject(PriceKey key, int number, Origin origin) {
    return update(key, origin, state -> PriceDecider.reject(state, number, clock.instant()));
  }

  /** As this instance last saw it. */
  ChannelPrice lastSeen(PriceKey key) {
    return prices.lastSeen(key.id()).state();
  }

  /** What a rule decides, or that none does. */
  void decide(PriceKey key, Function<ChannelPrice, List<Record>> rule) {
    var unused = update(key, Origin.of("connector", key.id()), rule);
  }

  private ChannelPrice update(
      PriceKey key, Origin origin, Function<ChannelPrice, List<Record>> rule) {
    return prices.update(key.id(), origin, rule).state();
  }
}
