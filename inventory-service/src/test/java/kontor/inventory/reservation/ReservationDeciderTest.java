package kontor.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.reservation.ReservationEvent.Allocation;
import kontor.contracts.reservation.ReservationEvent.Reduction;
import kontor.contracts.reservation.ReservationEvent.ReleaseReason;
import kontor.contracts.reservation.ReservationEvent.ReservationAllocated;
import kontor.contracts.reservation.ReservationEvent.ReservationFulfilled;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservationReduced;
import kontor.contracts.reservation.ReservationEvent.ReservationReleased;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;
import org.junit.jupiter.api.Test;

/** Of keeping and expiring exactly one happens, and what ended stays ended. */
class ReservationDeciderTest {

  private static final OrderId ORDER = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final Instant END = Instant.parse("2026-03-29T01:00:00Z");
  private static final Bundles NO_BUNDLES = new Bundles(Map.of());
  private static final List<ReservedLine> LINES =
      List.of(new ReservedLine(new Sku("TEE"), new Quantity(2)));

  @Test
  void whatIsKeptDoesNotExpire() {
    Reservation kept = then(granted(), ReservationDecider.keep(granted()));

    assertThat(ReservationDecider.expire(kept, END.plusSeconds(1))).isEmpty();
  }

  @Test
  void whatExpiredIsNotKept() {
    Reservation expired = then(granted(), ReservationDecider.expire(granted(), END));

    assertThat(ReservationDecider.keep(expired)).isEmpty();
    assertThat(((Reservation.Ended) expired).lines()).isEqualTo(LINES);
  }

  @Test
  void nothingExpiresBeforeItsEnd() {
    assertThat(ReservationDecider.expire(granted(), END.minusMillis(1))).isEmpty();
    assertThat(ReservationDecider.expire(granted(), END)).hasSize(1);
  }

  @Test
  void aHoldIsExtendedButNeverShortened() {
    Instant later = END.plusSeconds(60);
    Reservation extended = then(granted(), ReservationDecider.extend(granted(), later));

    assertThat(ReservationDecider.expire(extended, END)).isEmpty();
    assertThat(ReservationDecider.expire(extended, later)).hasSize(1);
    assertThat(ReservationDecider.extend(extended, later)).isEmpty();
    assertThat(ReservationDecider.extend(extended, END)).isEmpty();
    Reservation kept = then(granted(), ReservationDecider.keep(granted()));
    assertThat(ReservationDecider.extend(kept, later)).isEmpty();
  }

  @Test
  void whatEndedIsNeitherGrantedNorFulfilled() {
    Reservation released =
        then(granted(), ReservationDecider.release(granted(), ReleaseReason.CANCELLED));

    assertThat(ReservationDecider.grant(released, granted(NO_BUNDLES))).isEmpty();
    assertThat(ReservationDecider.fulfil(released)).isEmpty();
    assertThat(ReservationDecider.release(released, ReleaseReason.CANCELLED)).isEmpty();
  }

  @Test
  void aParcelTakesItsUnitsOffOnceAndTheRestStays() {
    List<ReservationEvent> reduced = reduce(granted(), "parcel/1", 1, Reduction.PICKED);
    Reservation rest = then(granted(), reduced);

    assertThat(reduced)
        .containsExactly(new ReservationReduced(ORDER, "parcel/1", tees(1), Reduction.PICKED));
    assertThat(((Reservation.Held) rest).lines()).isEqualTo(tees(1));
    assertThat(reduce(rest, "parcel/1", 1, Reduction.PICKED)).isEmpty();
  }

  @Test
  void theLastUnitsEndIt() {
    assertThat(reduce(granted(), "parcel/1", 2, Reduction.PICKED))
        .containsExactly(new ReservationFulfilled(ORDER));
    assertThat(reduce(granted(), "cancellation/1", 2, Reduction.RELEASED))
        .containsExactly(new ReservationReleased(ORDER, ReleaseReason.CANCELLED));
  }

  @Test
  void noMoreIsTakenOffThanIsHeld() {
    Reservation one = then(granted(), reduce(granted(), "parcel/1", 1, Reduction.PICKED));
    List<ReservedLine> others = List.of(new ReservedLine(new Sku("CUP"), new Quantity(1)));

    assertThat(reduce(one, "parcel/2", 7, Reduction.PICKED))
        .containsExactly(new ReservationFulfilled(ORDER));
    assertThat(ReservationDecider.reduce(one, "parcel/2", others, Reduction.PICKED)).isEmpty();
    assertThat(reduce(new Reservation.Undecided(ORDER), "parcel/1", 1, Reduction.PICKED)).isEmpty();
  }

  @Test
  void partsAreKeptAsTheyWereWhenTheReservationEnds() {
    Reservation open = new Reservation.Undecided(ORDER);
    Bundles set = new Bundles(Map.of(new Sku("SET"), tees(2)));
    Reservation held = then(open, ReservationDecider.grant(open, granted(set)));

    assertThat(then(held, ReservationDecider.fulfil(held)).bundles()).contains(set);
  }

  @Test
  void placesAreSaidOnceAndOnlyOfAConfirmedOrder() {
    List<Allocation> plan =
        List.of(new Allocation(new Sku("TEE"), LocationId.MAIN, new Quantity(2)));
    Reservation kept = then(granted(), ReservationDecider.keep(granted()));
    List<ReservationEvent> said = ReservationDecider.allocate(kept, plan);

    assertThat(said).containsExactly(new ReservationAllocated(ORDER, plan));
    assertThat(ReservationDecider.allocate(then(kept, said), plan)).isEmpty();
    assertThat(ReservationDecider.allocate(granted(), plan)).isEmpty();
    assertThat(ReservationDecider.allocate(kept, List.of())).isEmpty();
    assertThat(ReservationDecider.fulfil(then(kept, said))).hasSize(1);
  }

  @Test
  void whatIsReducedBeforeItIsKeptCanStillBeKeptOrExpire() {
    Reservation rest = then(granted(), reduce(granted(), "cancellation/1", 1, Reduction.RELEASED));

    assertThat(ReservationDecider.keep(rest)).hasSize(1);
    assertThat(ReservationDecider.expire(rest, END)).hasSize(1);
  }

  private static List<ReservationEvent> reduce(
      Reservation state, String reference, int units, Reduction kind) {
    return ReservationDecider.reduce(state, reference, tees(units), kind);
  }

  private static List<ReservedLine> tees(int units) {
    return List.of(new ReservedLine(new Sku("TEE"), new Quantity(units)));
  }

  private static ReservationGranted granted(Bundles bundles) {
    return new ReservationGranted(ORDER, LINES, List.of(), END, bundles.noted(), null);
  }

  private static Reservation granted() {
    Reservation open = new Reservation.Undecided(ORDER);
    return then(open, ReservationDecider.grant(open, granted(NO_BUNDLES)));
  }

  private static Reservation then(Reservation state, List<ReservationEvent> events) {
    Reservation now = state;
    for (ReservationEvent event : events) {
      now = Reservation.evolve(now, event);
    }
    return now;
  }
}
