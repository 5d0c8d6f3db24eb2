package kontor.connector.channel;

import java.time.Duration;

/**
 * How many calls of an operation could be made now.
 *
 * @param each the time in which one more comes back
 * @param burst calls that can be saved up
 */
public record CallsLeft(String operation, Duration each, int burst, long left) {

  /** The time until so many calls can have been made. */
  public Duration timeFor(int calls) {
    return each.multipliedBy(Math.max(0, calls - left));
  }
}
