package kontor.inventory.purchasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.ExchangeRate;
import kontor.contracts.LocationId;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.purchasing.PurchaseOrderEvent.LandedCost;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderDrafted;

/** What can be asked of an order to a supplier. */
public sealed interface PurchaseCommand {

  /**
   * Write it down, or write it anew while the supplier does not have it.
   *
   * @param seen the revision that the author has seen; empty for a new one
   */
  record Draft(PurchaseOrderDrafted content, Optional<Integer> seen) implements PurchaseCommand {}

  /**
   * The supplier gets it.
   *
   * @param expectedOn empty: as drafted
   * @param minimum the least value that the supplier takes; empty: any
   */
  record Send(Rate rate, Optional<LocalDate> expectedOn, Optional<Money> minimum, Instant at)
      implements PurchaseCommand {}

  /** The goods come on another day. */
  record Reschedule(LocalDate expectedOn) implements PurchaseCommand {}

  /**
   * Goods arrived.
   *
   * @param receipt names the delivery: told again it counts once
   * @param rate empty: that of the sending
   * @param landed what came with this delivery and was not known when it was ordered
   * @param acceptOverDelivery take more than the tolerance allows
   * @param shortClose lines of which nothing more will come
   */
  record Receive(
      String receipt,
      List<Arrived> goods,
      Optional<Rate> rate,
      List<LandedCost> landed,
      boolean acceptOverDelivery,
      Set<Integer> shortClose,
      Instant at)
      implements PurchaseCommand {

    public Receive {
      goods = List.copyOf(goods);
      landed = List.copyOf(landed);
      shortClose = Set.copyOf(shortClose);
    }
  }

  /** What is missing of these lines will not come. */
  record ShortClose(Set<Integer> lines, Instant at) implements PurchaseCommand {

    public ShortClose {
      lines = Set.copyOf(lines);
    }
  }

  /** Nothing of it will come. */
  record Cancel(String reason, Instant at) implements PurchaseCommand {}

  /** Units of a line at one place. */
  record Arrived(int line, LocationId location, Quantity quantity) {}

  /** An exchange rate and the day it is of. */
  record Rate(ExchangeRate perEuro, LocalDate on) {}
}
