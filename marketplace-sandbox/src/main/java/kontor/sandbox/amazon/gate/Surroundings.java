package kontor.sandbox.amazon.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kontor.sandbox.amazon.model.ModelCheck;
import kontor.sandbox.faults.Faults;
import kontor.sandbox.state.Agenda;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.TimeScale;
import org.jspecify.annotations.Nullable;

/** What the parts of Amazon stand on. */
public record Surroundings(
    Clock clock,
    TimeScale scale,
    Store store,
    Agenda agenda,
    Faults faults,
    @Nullable ModelCheck model) {

  /** Now, to the millisecond, as Amazon writes it. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The moment after a duration of Amazon's has passed here. */
  public Instant after(Duration duration) {
    return clock.instant().plus(scale.shorten(duration));
  }
}
