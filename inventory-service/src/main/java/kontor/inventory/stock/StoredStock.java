package kontor.inventory.stock;

import java.util.List;
import kontor.contracts.Sku;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/** The stock of each SKU as a stream of its own. */
public final class StoredStock implements Stock {

  public static final String CATEGORY = "stock";

  private final Aggregates<StockLevel, Record> levels;
  private final StockPolicy defaults;

  /**
   * @param levels of {@link #type}, with the same defaults
   * @param defaults what is kept back of a SKU that has no policy of its own
   */
  public StoredStock(Aggregates<StockLevel, Record> levels, StockPolicy defaults) {
    this.levels = levels;
    this.defaults = defaults;
  }

  /** Movements and the level that sums them up are one stream. */
  public static AggregateType<StockLevel, Record> type(StockPolicy defaults) {
    return AggregateType.<StockLevel, Record>of(
            CATEGORY, Record.class, id -> StockLevel.none(new Sku(id)), StockLevel::evolve)
        .closingWith(level -> List.of(level.published(defaults)));
  }

  @Override
  public List<Record> handle(Sku sku, StockCommand command, Origin origin) {
    return levels
        .update(sku.value(), origin, level -> StockDecider.decide(command, level, defaults))
        .events();
  }

  @Override
  public StockLevel level(Sku sku) {
    return levels.refresh(sku.value()).state();
  }
}
