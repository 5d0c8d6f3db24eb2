package kontor.inventory.reservation;

import java.util.List;
import java.util.function.Function;
import kontor.contracts.OrderId;
import kontor.contracts.reservation.ReservationEvent;
import kontor.eventstore.Origin;

/** The reservations of all orders. */
public interface Reservations {

  /** As stored, whatever instance changed it last. */
  Reservation of(OrderId order);

  /** With at least the event of this version applied, for who has just heard of that event. */
  Reservation at(OrderId order, long version);

  /** Commits what the rule decides and returns what came of it. */
  Reservation decide(
      OrderId order, Origin origin, Function<Reservation, List<ReservationEvent>> rule);
}
