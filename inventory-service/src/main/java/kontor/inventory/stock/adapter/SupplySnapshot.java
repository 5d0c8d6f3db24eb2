package kontor.inventory.stock.adapter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.StockEvent.Backordered;
import kontor.inventory.stock.Backlog;
import kontor.inventory.stock.Expected;
import kontor.inventory.stock.Lot;
import kontor.inventory.stock.Lots;
import kontor.inventory.stock.StockCosts;
import kontor.inventory.stock.Supply;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;

/** Lots and what is on its way, as a part of the JSON of a stock level. */
final class SupplySnapshot {

  private SupplySnapshot() {}

  record Text(Map<String, Shelf> costs, Map<String, Coming> expected, List<Backordering> backlog) {}

  record Backordering(String order, int units, @Nullable String promisedOn) {}

  record Shelf(List<Open> open, int owed) {}

  record Open(String receipt, int units, @Nullable Long cents, @Nullable String at) {}

  record Coming(String location, int units, @Nullable String on, long revision) {}

  static Text write(Supply supply) {
    Map<String, Shelf> costs = new TreeMap<>();
    supply.costs().places().forEach((place, lots) -> costs.put(place.value(), write(lots)));
    Map<String, Coming> expected = new TreeMap<>();
    supply.expected().forEach((line, coming) -> expected.put(line, write(coming)));
    List<Backordering> backlog =
        supply.backlog().waiting().stream()
            .map(
                one ->
                    new Backordering(
                        one.order().value(),
                        one.part().quantity().value(),
                        BackorderText.text(one.part().promisedOn())))
            .toList();
    return new Text(costs, expected, backlog);
  }

  static Supply read(Text text) {
    Map<LocationId, Lots> costs = new LinkedHashMap<>();
    text.costs.forEach((place, lots) -> costs.put(new LocationId(place), read(lots)));
    Map<String, Expected> expected = new LinkedHashMap<>();
    text.expected.forEach((line, coming) -> expected.put(line, read(coming)));
    return new Supply(
        new StockCosts(HashTreePMap.from(costs)),
        HashTreePMap.from(expected),
        new Backlog(text.backlog.stream().map(SupplySnapshot::read).toList()));
  }

  private static Shelf write(Lots lots) {
    List<Open> open =
        lots.open().stream()
            .map(
                lot ->
                    new Open(
                        lot.receipt(),
                        lot.units(),
                        lot.cents().isPresent() ? lot.cents().getAsLong() : null,
                        lot.receivedAt().map(Instant::toString).orElse(null)))
            .toList();
    return new Shelf(open, lots.owed());
  }

  private static Lots read(Shelf text) {
    return new Lots(text.open.stream().map(SupplySnapshot::read).toList(), text.owed);
  }

  private static Lot read(Open text) {
    return new Lot(
        text.receipt,
        text.units,
        text.cents == null ? OptionalLong.empty() : OptionalLong.of(text.cents),
        Optional.ofNullable(text.at).map(Instant::parse));
  }

  private static Backlog.Waiting read(Backordering text) {
    return new Backlog.Waiting(
        new OrderId(text.order),
        new Backordered(new Quantity(text.units), BackorderText.day(text.promisedOn)));
  }

  private static Coming write(Expected coming) {
    return new Coming(
        coming.location().value(),
        coming.units(),
        coming.on().map(LocalDate::toString).orElse(null),
        coming.revision());
  }

  private static Expected read(Coming text) {
    return new Expected(
        new LocationId(text.location),
        text.units,
        Optional.ofNullable(text.on).map(LocalDate::parse),
        text.revision);
  }
}
