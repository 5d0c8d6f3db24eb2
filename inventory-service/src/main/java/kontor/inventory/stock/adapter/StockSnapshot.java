package kontor.inventory.stock.adapter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.contracts.ChannelId;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.LocationKind;
import kontor.eventstore.command.SnapshotFormat;
import kontor.inventory.stock.Hold;
import kontor.inventory.stock.Shelf;
import kontor.inventory.stock.StockLevel;
import kontor.inventory.stock.StockPolicy;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import tools.jackson.databind.json.JsonMapper;

/** A stock level as JSON, so that the stream of a hot SKU need not be read from its beginning. */
final class StockSnapshot implements SnapshotFormat<StockLevel> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Text(
      String sku,
      Map<String, OnShelf> shelves,
      Map<String, Units> held,
      int reserved,
      List<String> booked,
      Policy policy,
      SupplySnapshot.Text supply) {}

  private record Policy(
      @Nullable Integer safetyStock,
      Map<String, Integer> buffers,
      int revision,
      @Nullable BackorderText backorders) {}

  private record OnShelf(String kind, int units, int allocated, int movements) {}

  private record Units(int quantity, Map<String, Integer> allocated, List<String> counted) {}

  @Override
  public String shape() {
    return "stock-level/7";
  }

  @Override
  public String write(StockLevel level) {
    Map<String, OnShelf> shelves = new TreeMap<>();
    level
        .shelves()
        .forEach(
            (location, shelf) ->
                shelves.put(
                    location.value(),
                    new OnShelf(
                        shelf.kind().name(), shelf.units(), shelf.allocated(), shelf.movements())));
    Map<String, Units> held = new TreeMap<>();
    level.held().forEach((order, hold) -> held.put(order.value(), write(hold)));
    List<String> booked = level.booked().stream().sorted().toList();
    return JSON.writeValueAsString(
        new Text(
            level.sku().value(),
            shelves,
            held,
            level.reserved(),
            booked,
            write(level.policy()),
            SupplySnapshot.write(level.supply())));
  }

  @Override
  public StockLevel read(String text) {
    Text read = JSON.readValue(text, Text.class);
    Map<LocationId, Shelf> shelves = new LinkedHashMap<>();
    read.shelves.forEach(
        (location, shelf) ->
            shelves.put(
                new LocationId(location),
                new Shelf(
                    LocationKind.valueOf(shelf.kind),
                    shelf.units,
                    shelf.allocated,
                    shelf.movements)));
    Map<OrderId, Hold> held = new LinkedHashMap<>();
    read.held.forEach((order, units) -> held.put(new OrderId(order), read(units)));
    return new StockLevel(
        new Sku(read.sku),
        HashTreePMap.from(shelves),
        HashTreePMap.from(held),
        read.reserved,
        HashTreePSet.from(read.booked),
        read(read.policy),
        SupplySnapshot.read(read.supply));
  }

  private static Units write(Hold hold) {
    Map<String, Integer> allocated = new TreeMap<>();
    hold.allocated().forEach((place, units) -> allocated.put(place.value(), units));
    List<String> counted = hold.counted().stream().sorted().toList();
    return new Units(hold.quantity().value(), allocated, counted);
  }

  private static Hold read(Units text) {
    Map<LocationId, Integer> allocated = new LinkedHashMap<>();
    text.allocated.forEach((place, units) -> allocated.put(new LocationId(place), units));
    return new Hold(
        new Quantity(text.quantity), HashTreePMap.from(allocated), HashTreePSet.from(text.counted));
  }

  private static Policy write(StockPolicy policy) {
    Map<String, Integer> buffers = new TreeMap<>();
    policy.buffers().forEach((channel, units) -> buffers.put(channel.value(), units.value()));
    return new Policy(
        policy.safetyStock().map(Quantity::value).orElse(null),
        buffers,
        policy.revision(),
        policy.backorders().map(BackorderText::of).orElse(null));
  }

  private static StockPolicy read(Policy text) {
    Map<ChannelId, Quantity> buffers = new LinkedHashMap<>();
    text.buffers.forEach((id, units) -> buffers.put(new ChannelId(id), new Quantity(units)));
    return new StockPolicy(
        Optional.ofNullable(text.safetyStock).map(Quantity::new),
        buffers,
        text.revision,
        Optional.ofNullable(text.backorders).map(BackorderText::rule));
  }
}
