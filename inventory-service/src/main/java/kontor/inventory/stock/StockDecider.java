package kontor.inventory.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockPolicySet;
import kontor.contracts.stock.StockEvent.StockRejected;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.StockEvent.StockScrapped;
import kontor.contracts.stock.SupplyEvent.StockExpected;
import kontor.inventory.stock.StockCommand.Allocate;
import kontor.inventory.stock.StockCommand.Expect;
import kontor.inventory.stock.StockCommand.Movement;
import kontor.inventory.stock.StockCommand.Pick;
import kontor.inventory.stock.StockCommand.PickPart;
import kontor.inventory.stock.StockCommand.Reallocate;
import kontor.inventory.stock.StockCommand.Release;
import kontor.inventory.stock.StockCommand.ReleasePart;
import kontor.inventory.stock.StockCommand.Reserve;
import kontor.inventory.stock.StockCommand.Scrap;
import kontor.inventory.stock.StockCommand.SetPolicy;
import kontor.inventory.stock.StockCommand.TakeBack;
import org.jspecify.annotations.Nullable;

/** The rules of stock: what is held is never promised again, and everything counts once. */
public final class StockDecider {

  private StockDecider() {}

  /**
   * @param defaults what is kept back of a SKU that has no policy of its own
   */
  public static List<Record> decide(StockCommand command, StockLevel level, StockPolicy defaults) {
    if (command instanceof Reserve wanted) {
      return reserve(wanted, level, defaults);
    }
    return Backfilling.of(Costing.of(decided(command, level), level), level);
  }

  private static List<Record> decided(StockCommand command, StockLevel level) {
    if (command instanceof SetPolicy set) {
      return set(set, level);
    }
    if (command instanceof Movement movement) {
      return MovementDecider.decide(movement, level);
    }
    if (command instanceof TakeBack back) {
      return takeBack(back, level);
    }
    if (command instanceof Scrap scrap) {
      return scrap(scrap, level);
    }
    if (command instanceof Expect expect) {
      return expect(expect, level);
    }
    if (command instanceof Allocate allocate) {
      return StockAllocator.allocate(allocate, level);
    }
    if (command instanceof Reallocate reallocate) {
      return StockAllocator.reallocate(reallocate, level);
    }
    return letGo(command, level);
  }

  /** What is not held, or no more, is neither given back nor taken out. */
  private static List<Record> letGo(StockCommand command, StockLevel level) {
    if (command instanceof Release release) {
      return released(level, release.order(), level.heldBy(release.order()).quantity(), null);
    }
    if (command instanceof Pick pick) {
      Hold hold = level.heldBy(pick.order());
      return picked(level, pick.order(), hold.quantity(), null);
    }
    if (command instanceof ReleasePart part) {
      Quantity taken = level.heldBy(part.order()).taken(part.quantity(), part.reference());
      return released(level, part.order(), taken, part.reference());
    }
    if (command instanceof PickPart part) {
      Quantity taken = level.heldBy(part.order()).taken(part.quantity(), part.reference());
      return picked(level, part.order(), taken, part.reference());
    }
    throw new IllegalArgumentException("no rule for " + command);
  }

  private static List<Record> released(
      StockLevel level, OrderId order, Quantity units, @Nullable String reference) {
    return units.isZero()
        ? List.of()
        : List.of(new StockReleased(level.sku(), order, units, reference));
  }

  /** First where the order's units were allocated, the rest from the main place. */
  private static List<Record> picked(
      StockLevel level, OrderId order, Quantity units, @Nullable String reference) {
    List<Record> picked = new ArrayList<>();
    int left = units.value();
    for (Map.Entry<LocationId, Integer> place : level.heldBy(order).places().entrySet()) {
      int there = Math.min(left, place.getValue());
      if (there > 0) {
        picked.add(
            new StockPicked(level.sku(), order, place.getKey(), new Quantity(there), reference));
      }
      left -= there;
    }
    if (left > 0) {
      picked.add(
          new StockPicked(level.sku(), order, LocationId.MAIN, new Quantity(left), reference));
    }
    return picked;
  }

  private static List<Record> reserve(Reserve wanted, StockLevel level, StockPolicy defaults) {
    if (level.held().containsKey(wanted.order())
        || level.booked().contains(BookedAs.spent(wanted.order()))) {
      return List.of(); // asked before, granted before
    }
    StockPolicy policy = level.policy().withDefaults(defaults);
    Quantity promisable = policy.promisableEver(level.available(), wanted.channel());
    if (!wanted.forced() && promisable.compareTo(wanted.quantity()) < 0) {
      return List.of(new StockRejected(level.sku(), wanted.order(), wanted.quantity(), promisable));
    }
    return List.of(
        new StockReserved(
            level.sku(),
            wanted.order(),
            wanted.quantity(),
            wanted.expiresAt(),
            Backfilling.missing(wanted.quantity(), level, policy)));
  }

  private static List<Record> takeBack(TakeBack back, StockLevel level) {
    return BookedAs.isBooked(back, level)
        ? List.of()
        : List.of(
            new StockReturned(
                level.sku(),
                back.order(),
                back.rma(),
                back.location(),
                back.quantity(),
                back.cost().orElse(null)));
  }

  /** An older revision of the purchase order, or a line that is done, says nothing any more. */
  private static List<Record> expect(Expect expect, StockLevel level) {
    Expected before = level.supply().expected().get(expect.line());
    if (level.booked().contains(BookedAs.arrived(expect.line()))
        || (before != null && (before.revision() >= expect.revision() || before.says(expect)))) {
      return List.of();
    }
    return List.of(
        new StockExpected(
            level.sku(),
            expect.location(),
            expect.line(),
            expect.quantity(),
            expect.on().orElse(null),
            expect.revision()));
  }

  private static List<Record> scrap(Scrap scrap, StockLevel level) {
    return level.booked().contains(BookedAs.scrapped(scrap.order(), scrap.rma()))
        ? List.of()
        : List.of(new StockScrapped(level.sku(), scrap.order(), scrap.rma(), scrap.quantity()));
  }

  private static List<Record> set(SetPolicy set, StockLevel level) {
    StockPolicy now = level.policy();
    StockPolicy wanted = set.policy();
    return set.seen() != now.revision() || now.sameAs(wanted)
        ? List.of()
        : List.of(
            new StockPolicySet(
                level.sku(),
                wanted.safetyStock().orElse(null),
                wanted.listed(),
                wanted.backorders().orElse(null)));
  }
}
