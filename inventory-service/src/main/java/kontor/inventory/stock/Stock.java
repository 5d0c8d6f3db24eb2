package kontor.inventory.stock;

import java.util.List;
import kontor.contracts.Sku;
import kontor.eventstore.Origin;

/** The stock of all SKUs. */
public interface Stock {

  /** Returns what was decided; nothing when it had been done before. */
  List<Record> handle(Sku sku, StockCommand command, Origin origin);

  /** The level as stored, whatever instance changed it last. */
  StockLevel level(Sku sku);
}
