package kontor.analytics.sales;

import java.util.List;

/** What became of one event of an order. */
public sealed interface Outcome {

  /** It is counted now. */
  record Counted(TrackedOrder order, List<Booking> bookings) implements Outcome {
    public Counted {
      bookings = List.copyOf(bookings);
    }
  }

  /** It was counted before: nothing changes. */
  record Repeated() implements Outcome {}

  /**
   * An earlier event of the same order is missing, so this one must wait.
   *
   * @param expected the version that must come first
   */
  record TooEarly(long expected) implements Outcome {}
}
