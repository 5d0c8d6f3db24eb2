package kontor.inventory.reservation;

import java.util.List;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;
import kontor.eventstore.Origin;
import kontor.inventory.stock.Assortment;

/** Holds what is wished for, all of it or nothing, once; doing it again does nothing. */
final class GrantedWishes {

  private final HeldStock stock;
  private final Assortment assortment;
  private final Reservations reservations;

  GrantedWishes(HeldStock stock, Assortment assortment, Reservations reservations) {
    this.stock = stock;
    this.assortment = assortment;
    this.reservations = reservations;
  }

  /** For an order, which may find that its sale holds the units already. */
  void place(Wish wish, Origin origin) {
    if (wish.alreadySold() && reservations.of(wish.order()) instanceof Reservation.Held held) {
      List<ReservedLine> articles =
          Bundles.of(held, assortment, wish.units()).articles(wish.units());
      reservations.decide(
          wish.order(), origin, r -> ReservationDecider.takeOver(r, articles, wish.country()));
    } else {
      reserve(wish, origin);
    }
  }

  /**
   * For a sale that waits for its money. It may be told after its order has come and ended: what a
   * process that died held for it then is given back once more, in the order of the stream.
   */
  void await(Wish wish, Origin origin) {
    if (reservations.of(wish.order()) instanceof Reservation.Ended ended
        && ended.free()
        && stock.holds(ended.order(), ended.lines())) {
      reservations.decide(wish.order(), origin, ReservationDecider::releaseAgain);
    }
    reserve(wish, origin);
  }

  private void reserve(Wish wish, Origin origin) {
    Reservation known = reservations.of(wish.order());
    if (!(known instanceof Reservation.Undecided)) {
      return; // reserved or refused before
    }
    Bundles bundles = Bundles.of(known, assortment, wish.units());
    List<ReservedLine> wanted = bundles.articles(wish.units());
    HeldStock.Outcome outcome = stock.hold(wish, wanted, origin);
    if (outcome.shortages().isEmpty()) {
      grant(granted(wish, wanted, bundles, outcome), origin);
    } else {
      reservations.decide(
          wish.order(), origin, r -> ReservationDecider.reject(r, wanted, outcome.shortages()));
    }
  }

  private ReservationGranted granted(
      Wish wish, List<ReservedLine> lines, Bundles bundles, HeldStock.Outcome outcome) {
    return new ReservationGranted(
        wish.order(),
        lines,
        wish.alreadySold() ? stock.oversold(lines) : List.of(),
        wish.expiresAt(),
        bundles.noted(),
        wish.country(),
        outcome.backordered().isEmpty() ? null : outcome.backordered());
  }

  private void grant(ReservationGranted granted, Origin origin) {
    Reservation now =
        reservations.decide(granted.order(), origin, r -> ReservationDecider.grant(r, granted));
    if (now instanceof Reservation.Ended) { // meanwhile: nothing may stay held
      stock.release(granted.order(), granted.lines(), origin);
    }
  }
}
