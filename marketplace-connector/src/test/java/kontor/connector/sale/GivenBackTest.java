package kontor.connector.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.connector.channel.Afterwards;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.connector.channel.ReportedOrder.State;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import org.junit.jupiter.api.Test;

/** After which reports nobody knows what quantity a marketplace shows. */
class GivenBackTest {

  private static final Money NONE = Money.of("0.00", "EUR");
  private static final Sale WAITING = new Sale.Waiting();
  private static final Sale LAPSED = new Sale.Lapsed();
  private static final Sale ENDED = new Sale.Cancelled(Optional.empty(), Told.NOTHING);

  @Test
  void anEndThatIsNewsGivesBackWhetherOrNotTheSaleWasHeardOf() {
    assertThat(GivenBack.by(report(State.CANCELLED, 0), new Sale.Unknown())).isTrue();
    assertThat(GivenBack.by(report(State.CANCELLED, 0), WAITING)).isTrue();
    assertThat(GivenBack.by(report(State.CANCELLED, 0), LAPSED)).isFalse();
    assertThat(GivenBack.by(report(State.CANCELLED, 0), ENDED)).isFalse();
  }

  @Test
  void unitsOfALineAreGivenBackOnce() {
    assertThat(GivenBack.by(report(State.PAID, 0), taken(0))).isFalse();
    assertThat(GivenBack.by(report(State.PAID, 1), taken(0))).isTrue();
    assertThat(GivenBack.by(report(State.PAID, 1), taken(1))).isFalse();
    assertThat(GivenBack.by(report(State.PAID, 2), taken(1))).isTrue();
  }

  private static Sale taken(int cancelled) {
    Map<String, Integer> units = cancelled == 0 ? Map.of() : Map.of("L1", cancelled);
    return new Sale.Theirs(new Told(Set.of(), units, false, Optional.empty(), Set.of(), Set.of()));
  }

  private static ReportedOrder report(State state, int cancelled) {
    Map<String, Integer> units = cancelled == 0 ? Map.of() : Map.of("L1", cancelled);
    return new ReportedOrder(
        "303-1",
        state,
        Instant.EPOCH,
        Instant.EPOCH,
        CountryCode.GERMANY,
        List.of(),
        NONE,
        NONE,
        new Buyer("b", "", "", "", "", "", ""),
        false,
        new Afterwards(units, Optional.empty(), Optional.empty()));
  }
}
