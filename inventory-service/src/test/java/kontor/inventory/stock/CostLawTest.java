package kontor.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kontor.contracts.ChannelId;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.contracts.stock.CorrectionEvent.StockTransferred;
import kontor.contracts.stock.GoodsCost;
import kontor.contracts.stock.LocationKind;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.StockEvent.StockScrapped;
import org.junit.jupiter.api.Test;

/** Over generated histories: lots are what is on the shelf, and no cent is lost or made. */
class CostLawTest {

  private static final Sku SKU = new Sku("CUP");
  private static final int HISTORIES = 2_000;
  private static final int STEPS = 60;
  private static final List<Place> PLACES =
      List.of(Place.MAIN, new Place(new LocationId("east"), LocationKind.WAREHOUSE));

  private final long seed = Long.getLong("kontor.seed", System.nanoTime());

  /** One history: its level, its ledger and what it should add up to. */
  private static final class History {
    private final Random random;
    private final List<StockEvent> ledger = new ArrayList<>();
    private final List<OrderId> shipped = new ArrayList<>();
    private StockLevel level = StockLevel.none(SKU);
    private long in;
    private long out;

    History(long seed) {
      random = new Random(seed);
    }

    void step(int number) {
      Place place = PLACES.get(random.nextInt(PLACES.size()));
      Quantity units = new Quantity(1 + random.nextInt(9));
      String reference = "r" + number;
      switch (random.nextInt(7)) {
        case 0, 1 -> receive(place, units, reference);
        case 2 -> order(units, number);
        case 3 -> tell(new StockCommand.WriteOff(place, units, "broken", reference));
        case 4 -> tell(new StockCommand.Adjust(place, random.nextInt(11) - 5, "", reference));
        case 5 -> {
          Place other = PLACES.get(1 - PLACES.indexOf(place));
          tell(new StockCommand.Transfer(place, other, units, null, reference));
        }
        default -> comeBack(reference);
      }
    }

    private void receive(Place place, Quantity units, String reference) {
      Optional<GoodsCost> cost =
          random.nextInt(5) == 0
              ? Optional.empty()
              : Optional.of(GoodsCost.ofCents(random.nextInt(5_000), 0));
      tell(new StockCommand.Receive(place, units, reference, cost, Optional.empty()));
    }

    private void order(Quantity units, int number) {
      OrderId order = new OrderId(new UUID(0, number).toString());
      tell(new StockCommand.Reserve(order, ChannelId.SHOP, units, Instant.EPOCH, true));
      if (random.nextBoolean()) {
        tell(new StockCommand.PickPart(order, new Quantity(1), "p1"));
      }
      tell(new StockCommand.Pick(order));
      shipped.add(order);
    }

    private void comeBack(String rma) {
      if (shipped.isEmpty()) {
        return;
      }
      OrderId order = shipped.get(random.nextInt(shipped.size()));
      int most = picked(order) - back(order);
      if (most > 0) {
        Quantity units = new Quantity(1 + random.nextInt(most));
        if (random.nextInt(4) == 0) {
          tell(new StockCommand.Scrap(order, rma, units));
        } else {
          tell(new StockCommand.TakeBack(order, rma, LocationId.MAIN, units, costOf(order, units)));
        }
      }
    }

    private Optional<GoodsCost> costOf(OrderId order, Quantity units) {
      ComingBack search = new ComingBack(order, units);
      for (int i = ledger.size() - 1; i >= 0 && !search.found(); i--) {
        search.before(ledger.get(i));
      }
      return search.cost();
    }

    private void tell(StockCommand command) {
      for (Record event : StockDecider.decide(command, level, StockPolicy.NONE)) {
        level = level.evolve(event);
        if (event instanceof StockEvent told) {
          ledger.add(told);
          count(told);
        }
      }
    }

    private void count(StockEvent event) {
      long cents = Costing.told(event).map(GoodsCost::cents).orElse(0L);
      boolean comes =
          event instanceof StockReceived
              || event instanceof StockReturned
              || (event instanceof StockAdjusted e && e.delta() > 0);
      in += comes ? cents : 0;
      out += comes || event instanceof StockTransferred ? 0 : cents;
    }

    private int picked(OrderId order) {
      return ledger.stream()
          .filter(e -> e instanceof StockPicked p && p.order().equals(order))
          .mapToInt(e -> ((StockPicked) e).quantity().value())
          .sum();
    }

    private int back(OrderId order) {
      int units = 0;
      for (StockEvent event : ledger) {
        units +=
            event instanceof StockReturned e && e.order().equals(order) ? e.quantity().value() : 0;
        units +=
            event instanceof StockScrapped e && e.order().equals(order) ? e.quantity().value() : 0;
      }
      return units;
    }

    long remaining() {
      return level.supply().costs().places().values().stream()
          .flatMap(lots -> lots.open().stream())
          .mapToLong(lot -> lot.cost().cents())
          .sum();
    }

    /** What came back never cost more than what had left. */
    boolean backWithinLeft() {
      for (OrderId order : shipped) {
        if (cents(order, StockReturned.class) > cents(order, StockPicked.class)) {
          return false;
        }
      }
      return true;
    }

    private long cents(OrderId order, Class<?> kind) {
      return ledger.stream()
          .filter(kind::isInstance)
          .filter(
              e ->
                  (e instanceof StockPicked p && p.order().equals(order))
                      || (e instanceof StockReturned r && r.order().equals(order)))
          .mapToLong(e -> Costing.told(e).map(GoodsCost::cents).orElse(0L))
          .sum();
    }
  }

  @Test
  void lotsAreWhatIsOnTheShelfAndCostInIsCostOutAndWhatRemains() {
    System.out.println("cost law, seed " + seed);
    for (int number = 0; number < HISTORIES; number++) {
      History history = new History(seed + number);
      for (int step = 0; step < STEPS; step++) {
        history.step(step);
        check(history, number);
      }
      assertThat(history.backWithinLeft()).as("seed %d", seed + number).isTrue();
      assertThat(replayed(history)).as("seed %d", seed + number).isEqualTo(history.level);
    }
  }

  private void check(History history, int number) {
    for (Map.Entry<LocationId, Shelf> shelf : history.level.shelves().entrySet()) {
      Lots lots = history.level.supply().costs().at(shelf.getKey());
      assertThat(lots.units()).as("seed %d", seed + number).isEqualTo(shelf.getValue().units());
      assertThat(lots.owed() == 0 || lots.open().isEmpty()).isTrue();
    }
    assertThat(history.out + history.remaining())
        .as("seed %d", seed + number)
        .isEqualTo(history.in);
  }

  private static StockLevel replayed(History history) {
    StockLevel level = StockLevel.none(SKU);
    for (StockEvent event : history.ledger) {
      level = level.evolve((Record) event);
    }
    return level;
  }
}
