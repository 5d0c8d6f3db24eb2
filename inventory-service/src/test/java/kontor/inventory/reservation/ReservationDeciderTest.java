package kontor.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.reservation.ReservationEvent.ReleaseReason;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;
import org.junit.jupiter.api.Test;

/** Of keeping and expiring exactly one happens, and what ended stays ended. */
class ReservationDeciderTest {

  private static final OrderId ORDER = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final Instant END = Instant.parse("2026-03-29T01:00:00Z");
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
  void whatEndedIsNeitherGrantedNorFulfilled() {
    Reservation released =
        then(granted(), ReservationDecider.release(granted(), ReleaseReason.CANCELLED));

    assertThat(ReservationDecider.grant(released, LINES, List.of(), END)).isEmpty();
    assertThat(ReservationDecider.fulfil(released)).isEmpty();
    assertThat(ReservationDecider.release(released, ReleaseReason.CANCELLED)).isEmpty();
  }

  private static Reservation granted() {
    Reservation open = new Reservation.Undecided(ORDER);
    return then(open, ReservationDecider.grant(open, LINES, List.of(), END));
  }

  private static Reservation then(Reservation state, List<ReservationEvent> events) {
    Reservation now = state;
    for (ReservationEvent event : events) {
      now = Reservation.evolve(now, event);
    }
    return now;
  }
}
