package kontor.inventory.stock;

import java.util.List;
import kontor.contracts.Sku;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/** The stock of each SKU as a stream of its own. */
public final class StoredStock implements Stock {

  /** Movements and the level that sums them up are one stream. */
  public static final AggregateType<StockLevel, Record> TYPE =
      AggregateType.<StockLevel, Record>of(
              "stock", Record.class, id -> StockLevel.none(new Sku(id)), StockLevel::evolve)
          .closingWith(level -> List.of(level.published()));

  private final Aggregates<StockLevel, Record> levels;

  public StoredStock(Aggregates<StockLevel, Record> levels) {
    this.levels = levels;
  }

  @Override
  public List<Record> handle(Sku sku, StockCommand command, Origin origin) {
    return levels
        .update(sku.value(), origin, level -> StockDecider.decide(command, level))
        .events();
  }

  @Override
  public StockLevel level(Sku sku) {
    return levels.refresh(sku.value()).state();
  }
}
