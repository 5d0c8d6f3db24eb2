package kontor.inventory.reservation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import kontor.contracts.CountryCode;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.stock.LocationKind;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.eventstore.Origin;
import kontor.inventory.allocation.Strategies;
import kontor.inventory.location.Location;
import kontor.inventory.stock.Assortment;
import kontor.inventory.stock.Place;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;
import kontor.inventory.stock.StockDecider;
import kontor.inventory.stock.StockLevel;
import kontor.inventory.stock.StockPolicy;

/**
 * The reservation process on streams in memory and topics as lists, that is interrupted at any
 * write and told the same again.
 */
final class MemoryWarehouse implements Stock, Reservations {

  static final Instant NOW = Instant.parse("2026-03-29T01:00:00Z");
  private static final Origin ORIGIN = Origin.of("test", "test");

  final List<Location> places = new ArrayList<>();
  final Assortment assortment = new Assortment();
  final List<Record> ledger = new ArrayList<>();
  private final Map<Sku, StockLevel> levels = new TreeMap<>();
  private final Map<OrderId, Reservation> reservations = new HashMap<>();
  private final Map<OrderId, List<ReservationEvent>> topic = new HashMap<>();
  private final Random random;
  private final ReservationProcess process;
  private boolean mayCrash;

  /** Stands for a process that dies. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  MemoryWarehouse(Random random) {
    this.random = random;
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    AllocationPlan plan = new AllocationPlan(this, () -> places, Strategies.PRIORITY);
    HoldTime time = new HoldTime(Duration.ofMinutes(15), clock);
    process = new ReservationProcess(this, assortment, this, plan, time);
  }

  void receive(Sku sku, int units) {
    StockCommand receipt =
        new StockCommand.Receive(Place.MAIN, new Quantity(units), "r" + ledger.size());
    handle(sku, receipt, ORIGIN);
  }

  /** From now on there are two, and so many units of each article lie at the second. */
  void openSecond(int units) {
    Place second = new Place(new LocationId("second"), LocationKind.WAREHOUSE);
    for (Place place : List.of(second, Place.MAIN)) {
      places.add(
          new Location(
              place.location(), "Place", CountryCode.GERMANY, place.kind(), places.size()));
    }
    for (Sku sku : List.copyOf(levels.keySet())) {
      Quantity quantity = new Quantity(units);
      handle(sku, new StockCommand.Transfer(Place.MAIN, second, quantity, null, "t"), ORIGIN);
    }
  }

  /** False when it was interrupted: it has to be told again. */
  boolean tell(OrderEvent event, boolean mayCrash) {
    return survives(() -> process.on(event, ORIGIN), mayCrash);
  }

  boolean tell(MarketplaceOrderEvent event, boolean mayCrash) {
    return survives(() -> process.on(event, ORIGIN), mayCrash);
  }

  boolean tell(ReservationEvent event, boolean mayCrash) {
    return survives(() -> process.on(event, 0, ORIGIN), mayCrash);
  }

  private boolean survives(Runnable work, boolean mayCrash) {
    this.mayCrash = mayCrash;
    try {
      work.run();
      return true;
    } catch (Crash crash) {
      return false;
    } finally {
      this.mayCrash = false;
    }
  }

  /** What the order's reservation has published so far. */
  List<ReservationEvent> published(OrderId order) {
    return topic.getOrDefault(order, List.of());
  }

  int picked(OrderId order, Sku sku) {
    return ledger.stream()
        .filter(StockPicked.class::isInstance)
        .map(StockPicked.class::cast)
        .filter(pick -> pick.order().equals(order) && pick.sku().equals(sku))
        .mapToInt(pick -> pick.quantity().value())
        .sum();
  }

  @Override
  public List<Record> handle(Sku sku, StockCommand command, Origin origin) {
    perhapsDie();
    List<Record> events = StockDecider.decide(command, level(sku), StockPolicy.NONE);
    for (Record event : events) {
      levels.put(sku, level(sku).evolve(event));
      ledger.add(event);
    }
    perhapsDie();
    return events;
  }

  @Override
  public StockLevel level(Sku sku) {
    return levels.getOrDefault(sku, StockLevel.none(sku));
  }

  @Override
  public Reservation at(OrderId order, long version) {
    return of(order);
  }

  @Override
  public Reservation of(OrderId order) {
    return reservations.getOrDefault(order, new Reservation.Undecided(order));
  }

  @Override
  public Reservation decide(
      OrderId order, Origin origin, Function<Reservation, List<ReservationEvent>> rule) {
    perhapsDie();
    for (ReservationEvent event : rule.apply(of(order))) {
      reservations.put(order, Reservation.evolve(of(order), event));
      topic.computeIfAbsent(order, o -> new ArrayList<>()).add(event);
    }
    Reservation now = of(order);
    perhapsDie();
    return now;
  }

  private void perhapsDie() {
    if (mayCrash && random.nextInt(8) == 0) {
      throw new Crash();
    }
  }
}
