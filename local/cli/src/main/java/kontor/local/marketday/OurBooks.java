package kontor.local.marketday;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.local.audit.Streams;

/**
 * What the platform has in its own streams: orders, and what can be promised of each article.
 *
 * @param sold by channel and account, then by the marketplace's number
 * @param twice sales that are more than one order
 * @param promisable units that a channel without a buffer may show
 */
record OurBooks(
    Map<String, Map<String, Sold>> sold, List<String> twice, Map<String, Integer> promisable) {

  static OurBooks read(String mongoUri) {
    try (MongoClient client = MongoClients.create(mongoUri)) {
      Streams streams = Streams.read(client);
      Map<String, Map<String, Sold>> sold = new HashMap<>();
      List<String> twice = new ArrayList<>();
      for (List<Object> events : streams.of("order").values()) {
        if (events.get(0) instanceof OrderPlaced placed && placed.externalId() != null) {
          Map<String, Sold> ofAccount =
              sold.computeIfAbsent(
                  placed.channel() + "/" + placed.account(), key -> new HashMap<>());
          if (ofAccount.put(placed.externalId(), of(placed, events)) != null) {
            twice.add(placed.channel() + " " + placed.externalId());
          }
        }
      }
      Map<String, Integer> promisable = new HashMap<>();
      for (List<Object> events : streams.of("stock").values()) {
        events.stream()
            .filter(StockLevelChanged.class::isInstance)
            .map(StockLevelChanged.class::cast)
            .forEach(level -> promisable.put(level.sku().value(), promisable(level)));
      }
      return new OurBooks(sold, twice, promisable);
    }
  }

  /** All sales that are orders, each as channel and the marketplace's number. */
  Set<String> sales() {
    Set<String> sales = new HashSet<>();
    sold.forEach(
        (account, ofAccount) -> {
          String channel = account.substring(0, account.indexOf('/'));
          ofAccount.keySet().forEach(id -> sales.add(channel + " " + id));
        });
    return sales;
  }

  private static int promisable(StockLevelChanged level) {
    return level.promisable() == null ? Math.max(0, level.available()) : level.promisable().value();
  }

  private static Sold of(OrderPlaced placed, List<Object> events) {
    Map<String, Integer> units = new TreeMap<>();
    for (OrderLine line : placed.lines()) {
      units.merge(line.sku().value(), line.quantity().value(), Integer::sum);
    }
    Map<String, Integer> cancelled = new TreeMap<>();
    List<String> parcels = new ArrayList<>();
    int shipped = 0;
    BigDecimal refunded = BigDecimal.ZERO;
    Sold.State state = Sold.State.BOUGHT;
    for (Object event : events) {
      if (event instanceof OrderCancelled || event instanceof OrderRejected) {
        state = Sold.State.CANCELLED;
      } else if (event instanceof LinesCancelled e) {
        e.lines().forEach(line -> cancelled.merge(sku(line), number(line), Integer::sum));
      } else if (event instanceof ParcelShipped e) {
        parcels.add(String.valueOf(e.trackingNumber()));
        shipped += e.lines().stream().mapToInt(OurBooks::number).sum();
      } else if (event instanceof OrderRefunded e) {
        refunded = refunded.add(new BigDecimal(e.amount().amount()));
      }
    }
    return new Sold(
        state,
        new BigDecimal(placed.totals().grand().amount()),
        units,
        state == Sold.State.CANCELLED ? units : cancelled,
        shipped,
        parcels,
        refunded);
  }

  private static String sku(LineUnits line) {
    return line.sku().value();
  }

  private static int number(LineUnits line) {
    return line.quantity().value();
  }
}
