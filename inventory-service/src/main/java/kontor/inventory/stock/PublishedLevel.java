package kontor.inventory.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.StockLevelEvent.ChannelLevel;
import kontor.contracts.stock.StockLevelEvent.LocationLevel;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;

/**
 * A level as it is told to everybody else: what says nothing is left out.
 *
 * @param keeps what is kept back, defaults included
 */
record PublishedLevel(StockLevel level, StockPolicy keeps) {

  StockLevelChanged event() {
    return new StockLevelChanged(
        level.sku(),
        level.totalOnHand(),
        level.reserved(),
        level.available(),
        keeps.safety() == 0 ? null : new Quantity(Math.max(0, level.available() - keeps.safety())),
        keeps.buffers().isEmpty() ? null : perChannel(),
        mainAlone() ? null : locations());
  }

  private boolean mainAlone() {
    return level.shelves().isEmpty()
        || (level.shelves().size() == 1 && level.shelves().containsKey(LocationId.MAIN));
  }

  private List<ChannelLevel> perChannel() {
    return keeps.listed().stream()
        .map(b -> new ChannelLevel(b.channel(), keeps.promisable(level.available(), b.channel())))
        .toList();
  }

  private List<LocationLevel> locations() {
    List<LocationLevel> locations = new ArrayList<>();
    level
        .shelves()
        .forEach(
            (id, shelf) -> {
              Integer allocated = shelf.allocated() == 0 ? null : shelf.allocated();
              locations.add(new LocationLevel(id, shelf.kind(), shelf.units(), allocated));
            });
    locations.sort(Comparator.comparing(place -> place.location().value()));
    return locations;
  }
}
