package kontor.inventory.reservation;

import java.util.List;
import java.util.function.Function;
import kontor.contracts.OrderId;
import kontor.contracts.reservation.ReservationEvent;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/** The reservation of each order as a stream of its own. */
public final class StoredReservations implements Reservations {

  public static final AggregateType<Reservation, ReservationEvent> TYPE =
      AggregateType.of(
          "reservation",
          ReservationEvent.class,
          id -> new Reservation.Undecided(new OrderId(id)),
          Reservation::evolve);

  private final Aggregates<Reservation, ReservationEvent> reservations;

  public StoredReservations(Aggregates<Reservation, ReservationEvent> reservations) {
    this.reservations = reservations;
  }

  @Override
  public Reservation of(OrderId order) {
    return reservations.refresh(order.value()).state();
  }

  @Override
  public Reservation at(OrderId order, long version) {
    return reservations.at(order.value(), version).state();
  }

  @Override
  public Reservation decide(
      OrderId order, Origin origin, Function<Reservation, List<ReservationEvent>> rule) {
    return reservations.update(order.value(), origin, rule).state();
  }
}
