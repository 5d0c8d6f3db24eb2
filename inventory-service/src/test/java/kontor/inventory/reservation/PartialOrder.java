package kontor.inventory.reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.ProductId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.reservation.ReservationEvent;

/** A generated order with its history, and how far each of its two topics has been delivered. */
final class PartialOrder {

  static final Sku TEA = new Sku("TEA");
  static final Sku CUP = new Sku("CUP");
  static final Sku SET = new Sku("SET");
  static final List<Sku> SKUS = List.of(TEA, CUP);
  private static final int TEAS_IN_SET = 2;
  private static final Money NONE = Money.of("0", "EUR");

  private final OrderId id;
  private final List<OrderEvent> story = new ArrayList<>();
  private final Map<Sku, Integer> open = new TreeMap<>();
  private final Map<Sku, Integer> shipped = new TreeMap<>();
  private int told;
  private int answered;

  PartialOrder(int number, Random random) {
    id = new OrderId(new UUID(0, number).toString());
    List.of(TEA, CUP, SET).forEach(sku -> open.put(sku, 1 + random.nextInt(4)));
    List<OrderLine> lines = new ArrayList<>();
    open.forEach((sku, units) -> lines.add(line(lines.size() + 1, sku, units)));
    story.add(placed(id, ChannelId.SHOP, lines));
    story.add(new OrderEvent.OrderConfirmed(id, MemoryWarehouse.NOW));
    for (int part = 0; part < random.nextInt(6); part++) {
      part(part, random);
    }
    end(random);
  }

  private void part(int part, Random random) {
    boolean parcel = random.nextBoolean();
    List<LineUnits> taken = new ArrayList<>();
    for (Map.Entry<Sku, Integer> line : open.entrySet()) {
      int units = random.nextInt(line.getValue() + 1);
      if (units > 0) {
        taken.add(new LineUnits(taken.size() + 1, line.getKey(), new Quantity(units)));
        line.setValue(line.getValue() - units);
        shipped.merge(line.getKey(), parcel ? units : 0, Integer::sum);
      }
    }
    if (!taken.isEmpty()) {
      story.add(parcel ? parcel(part, taken) : cancellation(part, taken));
    }
  }

  private OrderEvent parcel(int part, List<LineUnits> taken) {
    return new ParcelShipped(id, "" + part, taken, "dhl", null, MemoryWarehouse.NOW);
  }

  private OrderEvent cancellation(int part, List<LineUnits> taken) {
    return new LinesCancelled(
        id, "" + part, taken, NONE, CancelledBy.CUSTOMER, "changed mind", MemoryWarehouse.NOW);
  }

  private void end(Random random) {
    int end = random.nextInt(3);
    if (end == 0) {
      story.add(new OrderEvent.OrderShipped(id, "dhl", null, MemoryWarehouse.NOW));
      open.forEach((sku, units) -> shipped.merge(sku, units, Integer::sum));
    } else if (end == 1) {
      story.add(new OrderEvent.OrderCancelled(id, "", null, MemoryWarehouse.NOW));
    }
    if (end < 2) {
      open.replaceAll((sku, units) -> 0);
    }
  }

  OrderId id() {
    return id;
  }

  Map<Sku, Integer> open() {
    return open;
  }

  Map<Sku, Integer> shipped() {
    return shipped;
  }

  /** Of units as ordered, what lies on the shelf: the set as it was when the order was reserved. */
  Map<Sku, Integer> articles(Map<Sku, Integer> ordered) {
    int sets = ordered.getOrDefault(SET, 0);
    return Map.of(
        TEA, ordered.getOrDefault(TEA, 0) + TEAS_IN_SET * sets,
        CUP, ordered.getOrDefault(CUP, 0) + sets);
  }

  boolean reserved(MemoryWarehouse warehouse) {
    return !warehouse.published(id).isEmpty();
  }

  /** The next event of one topic, or one that was delivered before and what follows it. */
  void deliverNext(MemoryWarehouse warehouse, Random random) {
    List<ReservationEvent> answers = warehouse.published(id);
    if (random.nextBoolean() && told < story.size()) {
      told += warehouse.tell(story.get(told), true) ? 1 : 0;
    } else if (answered < answers.size()) {
      answered += warehouse.tell(answers.get(answered), true) ? 1 : 0;
    }
    if (random.nextInt(5) == 0) {
      told = random.nextInt(told + 1);
      answered = random.nextInt(answered + 1);
    }
  }

  void deliverRest(MemoryWarehouse warehouse) {
    while (told < story.size()) {
      warehouse.tell(story.get(told++), false);
    }
    while (answered < warehouse.published(id).size()) {
      warehouse.tell(warehouse.published(id).get(answered++), false);
    }
  }

  /** A set of tea and a cup. */
  static ProductEvent bundle(int teas) {
    List<BundleComponent> parts =
        List.of(
            new BundleComponent(TEA, new Quantity(teas)),
            new BundleComponent(CUP, new Quantity(1)));
    return new ProductEvent.ProductPublished(
        new ProductId("set"),
        List.of(new ProductEvent.ProductText("de", "Set", "")),
        null,
        List.of(),
        TaxClass.STANDARD,
        List.of(new ProductEvent.Variant(SET, null, List.of(), List.of(), null, parts)));
  }

  static OrderLine line(int number, Sku sku, int units) {
    return new OrderLine(
        number, null, sku, sku.value(), new Quantity(units), NONE, NONE, NONE, 1900, NONE);
  }

  static OrderEvent placed(OrderId id, ChannelId channel, List<OrderLine> lines) {
    return placed(id, channel, lines, false);
  }

  /**
   * @param alreadySold by a marketplace
   */
  static OrderEvent placed(
      OrderId id, ChannelId channel, List<OrderLine> lines, boolean alreadySold) {
    return new OrderEvent.OrderPlaced(
        id,
        "1",
        channel,
        null,
        null,
        new CustomerId("c"),
        CountryCode.GERMANY,
        lines,
        new OrderTotals(NONE, NONE, NONE, NONE, NONE),
        alreadySold,
        MemoryWarehouse.NOW);
  }
}
