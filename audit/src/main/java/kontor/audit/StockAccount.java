package kontor.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.contracts.stock.CorrectionEvent.StockTransferred;
import kontor.contracts.stock.CorrectionEvent.StockWrittenOff;
import kontor.contracts.stock.LocationKind;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.StockAllocated;
import kontor.contracts.stock.StockEvent.StockLocationAdded;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockPolicySet;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.StockLevelEvent.LocationLevel;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import org.jspecify.annotations.Nullable;

/** The movements of one SKU, added up, and the level that the service made of them last. */
public final class StockAccount {

  private final Map<String, Integer> onHand = new TreeMap<>();
  private final Map<String, LocationKind> kinds = new HashMap<>();
  private final Map<OrderId, Integer> held = new HashMap<>();
  private final Map<OrderId, NavigableMap<String, Integer>> tied = new HashMap<>();

  private final String sku;
  private final Promises promises = new Promises();
  private @Nullable StockLevelChanged level;
  private boolean forced;

  StockAccount(String sku) {
    this.sku = sku;
  }

  void level(StockLevelChanged now) {
    level = now;
  }

  /** Units were held for an order that a marketplace had sold already, enough or not. */
  void forced() {
    forced = true;
  }

  /** What is wrong with the last level, given the movements so far. */
  public List<Violation> wrong() {
    StockLevelChanged told = level;
    if (told == null) {
      return List.of();
    }
    List<Violation> wrong = new ArrayList<>();
    if (!gives(told)) {
      wrong.add(
          new Violation(
              Invariant.LEDGER, sku + ": movements give " + this + ", the level says " + told));
    }
    if (told.available() < -promises.mostBeyond() && !forced) {
      wrong.add(new Violation(Invariant.PROMISED, sku + ": " + told.available() + " available"));
    }
    promises
        .offeredTooMuch(told)
        .forEach(offer -> wrong.add(new Violation(Invariant.OFFERED, sku + ": " + offer)));
    return wrong;
  }

  void apply(StockEvent event) {
    if (event instanceof StockReserved e) {
      held.put(e.order(), e.quantity().value());
    } else if (event instanceof StockReleased e) {
      less(e.order(), e.quantity());
      untie(e.order());
    } else if (event instanceof StockPicked e) {
      move(e.location(), -e.quantity().value());
      tie(e.order(), e.location(), -e.quantity().value());
      less(e.order(), e.quantity());
      untie(e.order());
    } else if (event instanceof StockReturned e) {
      move(e.location(), e.quantity().value());
    } else if (event instanceof StockReceived e) {
      move(e.location(), e.quantity().value());
    } else if (event instanceof StockAdjusted e) {
      move(e.location(), e.delta());
    } else if (event instanceof StockWrittenOff e) {
      move(e.location(), -e.quantity().value());
    } else if (event instanceof StockTransferred e) {
      move(e.from(), -e.quantity().value());
      move(e.to(), e.quantity().value());
    } else if (event instanceof StockAllocated e) {
      tied.put(e.order(), new TreeMap<>());
      e.places().forEach(at -> tie(e.order(), at.location(), at.quantity().value()));
    } else if (event instanceof StockPolicySet e) {
      promises.set(e);
    } else if (event instanceof StockLocationAdded e) {
      kinds.put(e.location().value(), e.kind());
    }
  }

  /** So many units are held for the order. */
  int heldFor(OrderId order) {
    return held.getOrDefault(order, 0);
  }

  /** Whether the figures are those of the level, and those of each place as well. */
  private boolean gives(StockLevelChanged level) {
    return level.onHand() == sellable()
        && level.reserved() == reserved()
        && level.available() == sellable() - reserved()
        && places(level).equals(onHand)
        && tiedAsIn(level);
  }

  /** What will be picked at each place; the level tells it where it names the places. */
  private boolean tiedAsIn(StockLevelChanged level) {
    if (level.locations() == null) {
      return true;
    }
    Map<String, Integer> told = new TreeMap<>();
    for (LocationLevel place : level.locations()) {
      if (place.allocated() != null) {
        told.put(place.location().value(), place.allocated());
      }
    }
    Map<String, Integer> found = new TreeMap<>();
    tied.values()
        .forEach(places -> places.forEach((place, n) -> found.merge(place, n, Integer::sum)));
    return told.equals(found);
  }

  /** Units given back had no place, or else the last by name. */
  private void untie(OrderId order) {
    NavigableMap<String, Integer> places = tied.getOrDefault(order, new TreeMap<>());
    int over =
        places.values().stream().mapToInt(Integer::intValue).sum() - held.getOrDefault(order, 0);
    for (String place : List.copyOf(places.descendingKeySet())) {
      int units = places.getOrDefault(place, 0);
      int taken = Math.max(0, Math.min(over, units));
      over -= taken;
      if (taken == units) {
        places.remove(place);
      } else {
        places.put(place, units - taken);
      }
    }
  }

  private void tie(OrderId order, LocationId location, int units) {
    Map<String, Integer> places = tied.getOrDefault(order, new TreeMap<>());
    if (units > 0 || places.containsKey(location.value())) {
      places.merge(location.value(), units, Integer::sum);
      places.values().removeIf(left -> left <= 0);
    }
  }

  private Map<String, Integer> places(StockLevelChanged level) {
    List<LocationLevel> locations = level.locations();
    if (locations == null) {
      return onHand.isEmpty() ? Map.of() : Map.of(LocationId.MAIN.value(), level.onHand());
    }
    Map<String, Integer> places = new TreeMap<>();
    locations.forEach(place -> places.put(place.location().value(), place.onHand()));
    return places;
  }

  private int sellable() {
    return onHand.entrySet().stream()
        .filter(place -> !kinds.containsKey(place.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private int reserved() {
    return held.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void move(LocationId location, int delta) {
    onHand.merge(location.value(), delta, Integer::sum);
  }

  /** Below zero stays there, so that it is found. */
  private void less(OrderId order, Quantity quantity) {
    if (held.merge(order, -quantity.value(), Integer::sum) == 0) {
      held.remove(order);
    }
  }

  @Override
  public String toString() {
    return sellable() + "/" + reserved() + " " + onHand;
  }
}
