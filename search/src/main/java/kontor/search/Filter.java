package kontor.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which documents may be found. Several filters of a request must all hold. */
public sealed interface Filter {

  /** The keyword field has the value. */
  static Filter term(String field, String value) {
    return new Terms(field, Set.of(value));
  }

  /** The keyword field has one of the values; none of none. */
  static Filter terms(String field, Set<String> values) {
    return new Terms(field, values);
  }

  /** The number, or the amount in minor units, is the value. */
  static Filter equal(String field, long value) {
    return new Range(field, Optional.of(value), Optional.of(value));
  }

  /** From and to, both included. */
  static Filter range(String field, long from, long to) {
    return new Range(field, Optional.of(from), Optional.of(to));
  }

  /** From the value on, included. */
  static Filter atLeast(String field, long from) {
    return new Range(field, Optional.of(from), Optional.empty());
  }

  /** Up to the value, included. */
  static Filter atMost(String field, long to) {
    return new Range(field, Optional.empty(), Optional.of(to));
  }

  /** At or after the moment. */
  static Filter since(String field, Instant from) {
    return atLeast(field, from.toEpochMilli());
  }

  /** Before the moment. */
  static Filter before(String field, Instant to) {
    return atMost(field, to.toEpochMilli() - 1);
  }

  /** The field has any value. */
  static Filter exists(String field) {
    return new Exists(field);
  }

  /** The other does not hold. */
  static Filter not(Filter other) {
    return new Not(other);
  }

  /** At least one holds. */
  static Filter anyOf(Filter... filters) {
    return new AnyOf(List.of(filters));
  }

  /** See {@link Filter#terms}. */
  record Terms(String field, Set<String> values) implements Filter {

    static final int MOST = 1_000;

    public Terms {
      values = Set.copyOf(values);
      if (values.size() > MOST) {
        throw new IllegalArgumentException(
            "field '" + field + "' is asked for " + values.size() + " values, at most " + MOST);
      }
    }
  }

  /** See {@link Filter#range}. */
  record Range(String field, Optional<Long> from, Optional<Long> to) implements Filter {}

  /** See {@link Filter#exists}. */
  record Exists(String field) implements Filter {}

  /** See {@link Filter#not}. */
  record Not(Filter filter) implements Filter {}

  /** See {@link Filter#anyOf}. */
  record AnyOf(List<Filter> filters) implements Filter {

    public AnyOf {
      filters = List.copyOf(filters);
    }
  }
}
