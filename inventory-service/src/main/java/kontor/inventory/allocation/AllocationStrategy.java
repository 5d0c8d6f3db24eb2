package kontor.inventory.allocation;

import java.util.List;
import kontor.contracts.reservation.ReservationEvent.Allocation;
import kontor.inventory.location.Location;

/** Chooses the places that give the units of an order. Pure: the same demand, the same answer. */
public interface AllocationStrategy {

  /** The places to be asked, first things first. */
  List<Location> choose(Demand demand);

  /** Each place gives what it has free; what none of them has gets no place. */
  default List<Allocation> allocate(Demand demand) {
    return Filling.of(demand, choose(demand)).allocations();
  }
}
