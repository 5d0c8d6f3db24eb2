package kontor.local.faults;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/**
 * One line of the history: a request with its answer, or a fault.
 *
 * @param start milliseconds since the campaign began
 * @param status what HTTP said, 0 for no answer and for faults
 */
record Entry(
    int id,
    String actor,
    String operation,
    Map<String, Object> arguments,
    long start,
    long end,
    Outcome outcome,
    int status,
    Map<String, String> answer) {

  Entry {
    arguments = Map.copyOf(arguments);
    answer = Map.copyOf(answer);
  }

  /** What is known of a request's effect. */
  enum Outcome {
    /** It was answered with yes. */
    OK,
    /** It was answered with no. */
    REFUSED,
    /** There was no answer, or one that leaves it open. */
    UNKNOWN,
    /** A fault that was injected. */
    INJECTED,
    /** A fault that could not be injected. */
    FAILED
  }

  Entry numbered(int number) {
    return new Entry(number, actor, operation, arguments, start, end, outcome, status, answer);
  }

  @JsonIgnore
  boolean ok() {
    return outcome == Outcome.OK;
  }

  @JsonIgnore
  boolean unknown() {
    return outcome == Outcome.UNKNOWN;
  }

  @JsonIgnore
  boolean refused() {
    return outcome == Outcome.REFUSED;
  }

  @JsonIgnore
  boolean fault() {
    return outcome == Outcome.INJECTED || outcome == Outcome.FAILED;
  }

  /** An argument as text. */
  String argument(String name) {
    return String.valueOf(arguments.getOrDefault(name, ""));
  }

  int number(String name) {
    return ((Number) arguments.getOrDefault(name, 0)).intValue();
  }
}
