package kontor.inventory.stock.adapter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.OrderId;
import kontor.contracts.Sku;
import kontor.contracts.stock.GoodsCost;
import kontor.contracts.stock.StockEvent;
import kontor.inventory.stock.Costing;
import kontor.inventory.stock.StockChange;
import kontor.inventory.stock.adapter.StockHistory.Mark;
import kontor.inventory.stock.adapter.StockHistory.Told;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every movement of a SKU for the manager, from the first on. */
@RestController
@RequestMapping("/api/admin/stock/ledger")
class LedgerResource {

  private final StockHistory history;

  LedgerResource(StockHistory history) {
    this.history = history;
  }

  /**
   * @param next cursor of the next page; absent on the last
   */
  record Page(List<Entry> items, @Nullable String next) {}

  /**
   * By how much one movement changed the figures; all up to a moment add up to those of the moment.
   *
   * @param onHand per place
   * @param actor who caused it: a person, an API key or a service
   * @param cause the document, the parcel or the reason
   * @param cost of the units that moved; absent: nobody knows
   */
  record Entry(
      long version,
      Instant at,
      String kind,
      Map<String, Integer> onHand,
      int reserved,
      @Nullable OrderId order,
      String cause,
      String actor,
      @Nullable GoodsCost cost) {

    static Entry of(Told told) {
      StockEvent event = (StockEvent) told.event();
      StockChange change = StockChange.of(event);
      Map<String, Integer> onHand = new TreeMap<>();
      change.onHand().forEach((location, units) -> onHand.put(location.value(), units));
      return new Entry(
          told.stored().version(),
          told.stored().time(),
          change.kind(),
          onHand,
          change.reserved(),
          change.order().orElse(null),
          change.cause(),
          told.stored().origin().actor(),
          Costing.told(event).orElse(null));
    }
  }

  @GetMapping
  Page ledger(
      @RequestParam Sku sku,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor) {
    if (limit < 1 || limit > 200) {
      throw BadRequestException.field("limit", "must be from 1 to 200");
    }
    List<Told> found = history.movements(sku, mark(cursor), limit + 1);
    boolean more = found.size() > limit;
    List<Told> page = more ? found.subList(0, limit) : found;
    return new Page(
        page.stream().map(Entry::of).toList(),
        more
            ? page.get(limit - 1).mark().commit() + "-" + page.get(limit - 1).mark().after()
            : null);
  }

  private static Mark mark(String cursor) {
    if (cursor.isEmpty()) {
      return Mark.BEGINNING;
    }
    if (!cursor.matches("\\d{1,15}-\\d{1,15}")) {
      throw BadRequestException.field("cursor", "not a cursor of this list: " + cursor);
    }
    String[] parts = cursor.split("-", 2);
    return new Mark(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
  }
}
