package kontor.inventory.stock;

import java.util.List;
import kontor.contracts.Sku;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;
import kontor.eventstore.command.Versioned;
import kontor.inventory.stock.StockCommand.TakeBack;

/** The stock of each SKU as a stream of its own. */
public final class StoredStock implements Stock {

  public static final String CATEGORY = "stock";

  private final Aggregates<StockLevel, Record> levels;
  private final StockPolicy defaults;
  private final Departures departures;

  /**
   * @param levels of {@link #type}, with the same defaults
   * @param defaults what is kept back of a SKU that has no policy of its own
   * @param departures where it is looked up at what cost goods left that come back
   */
  public StoredStock(
      Aggregates<StockLevel, Record> levels, StockPolicy defaults, Departures departures) {
    this.levels = levels;
    this.defaults = defaults;
    this.departures = departures;
  }

  /** Movements and the level that sums them up are one stream. */
  public static AggregateType<StockLevel, Record> type(StockPolicy defaults) {
    return AggregateType.<StockLevel, Record>of(
            CATEGORY, Record.class, id -> StockLevel.none(new Sku(id)), StockLevel::evolve)
        .closingWith(level -> List.of(level.published(defaults)));
  }

  @Override
  public List<Record> handle(Sku sku, StockCommand command, Origin origin) {
    StockCommand known = command instanceof TakeBack back ? costed(sku, back) : command;
    return levels
        .update(sku.value(), origin, level -> StockDecider.decide(known, level, defaults))
        .events();
  }

  private StockCommand costed(Sku sku, TakeBack back) {
    Versioned<StockLevel> now = levels.refresh(sku.value());
    return BookedAs.isBooked(back, now.state())
        ? back
        : back.at(departures.cost(sku, back.order(), back.quantity(), now.version()));
  }

  @Override
  public StockLevel level(Sku sku) {
    return levels.refresh(sku.value()).state();
  }
}
