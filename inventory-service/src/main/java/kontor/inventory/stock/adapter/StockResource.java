package kontor.inventory.stock.adapter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.LocationId;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.contracts.stock.LocationKind;
import kontor.contracts.stock.StockLevelEvent;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.eventstore.kafka.StateView;
import kontor.inventory.stock.Assortment;
import kontor.inventory.stock.Lot;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockLevel;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock for the manager: the levels of now and of any moment. */
@RestController
@RequestMapping("/api/admin/stock")
class StockResource {

  private final Stock stock;
  private final StockHistory history;
  private final StateView<StockLevelEvent> levels;
  private final Assortment assortment;

  StockResource(
      Stock stock, StockHistory history, StateView<StockLevelEvent> levels, Assortment assortment) {
    this.stock = stock;
    this.history = history;
    this.levels = levels;
    this.assortment = assortment;
  }

  record Page(List<StockLevelChanged> items, @Nullable String next) {}

  /**
   * One SKU in full.
   *
   * @param onHand in our warehouses
   * @param inbound on its way between two places, or from a supplier
   * @param locations units per place
   * @param places the same with what else is known of the place
   * @param expected what comes from suppliers, by day
   */
  record Detail(
      Sku sku,
      int onHand,
      int reserved,
      int available,
      int inbound,
      Map<String, Integer> locations,
      List<OnShelf> places,
      int holds,
      List<OnOrder> expected) {}

  /**
   * Units of one line of a purchase order that have not arrived.
   *
   * @param expectedOn absent: nobody said
   */
  record OnOrder(String line, LocationId location, int quantity, @Nullable LocalDate expectedOn) {}

  /**
   * What lies at one place, below zero where more was booked out than there was.
   *
   * @param allocated units that will be picked there for orders
   * @param movements to be sent as {@code seen} with a count
   * @param lots in the order in which they leave; as many units as are on hand
   */
  record OnShelf(
      LocationId location,
      LocationKind kind,
      int onHand,
      int allocated,
      int movements,
      List<OpenLot> lots) {}

  /**
   * Units of one delivery that are still there.
   *
   * @param cost of all of them; absent: nobody knows
   * @param receivedAt absent: not noted
   */
  record OpenLot(String receipt, int quantity, @Nullable Money cost, @Nullable Instant receivedAt) {

    static OpenLot of(Lot lot) {
      return new OpenLot(
          lot.receipt(),
          lot.units(),
          lot.cents().isPresent() ? lot.cost().known() : null,
          lot.receivedAt().orElse(null));
    }
  }

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor) {
    if (limit < 1 || limit > 200) {
      throw BadRequestException.field("limit", "must be from 1 to 200");
    }
    List<StockLevelChanged> after =
        levels.all().stream()
            .filter(StockLevelChanged.class::isInstance)
            .map(StockLevelChanged.class::cast)
            .filter(level -> level.sku().value().compareTo(cursor) > 0)
            .sorted(Comparator.comparing(StockLevelChanged::sku))
            .limit(limit + 1L)
            .toList();
    boolean more = after.size() > limit;
    List<StockLevelChanged> items = more ? after.subList(0, limit) : after;
    return new Page(items, more ? items.get(limit - 1).sku().value() : null);
  }

  /**
   * The SKU is a parameter, since real ones hold slashes.
   *
   * @param asOf the figures of that moment; those of now when absent
   */
  @GetMapping("/level")
  Detail level(@RequestParam Sku sku, @RequestParam(required = false) @Nullable Instant asOf) {
    StockLevel level = asOf == null ? stock.level(sku) : history.asOf(sku, asOf);
    if (level.shelves().isEmpty() && level.held().isEmpty() && !assortment.knows(sku)) {
      throw BadRequestException.notFound("no stock of SKU '" + sku + "'");
    }
    Map<String, Integer> locations = new TreeMap<>();
    level.shelves().forEach((location, shelf) -> locations.put(location.value(), shelf.units()));
    return new Detail(
        sku,
        level.totalOnHand(),
        level.reserved(),
        level.available(),
        level.inbound(),
        locations,
        places(level),
        level.held().size(),
        expected(level));
  }

  private static List<OnShelf> places(StockLevel level) {
    return level.shelves().entrySet().stream()
        .map(
            place ->
                new OnShelf(
                    place.getKey(),
                    place.getValue().kind(),
                    place.getValue().units(),
                    place.getValue().allocated(),
                    place.getValue().movements(),
                    lots(level, place.getKey())))
        .sorted(Comparator.comparing(place -> place.location().value()))
        .toList();
  }

  private static List<OpenLot> lots(StockLevel level, LocationId place) {
    return level.supply().costs().at(place).open().stream().map(OpenLot::of).toList();
  }

  private static List<OnOrder> expected(StockLevel level) {
    return level.supply().coming().stream()
        .map(
            line ->
                new OnOrder(
                    line.getKey(),
                    line.getValue().location(),
                    line.getValue().units(),
                    line.getValue().on().orElse(null)))
        .toList();
  }
}
