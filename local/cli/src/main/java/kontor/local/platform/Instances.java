package kontor.local.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many processes of each service run.
 *
 * @param each of a service that is not named
 * @param named by the name of a service in the table
 */
public record Instances(int each, Map<String, Integer> named) {

  private static final int MOST = 5;

  public Instances {
    named = Map.copyOf(named);
  }

  /** The same number of each. */
  public static Instances ofEach(int number) {
    return new Instances(number, Map.of());
  }

  /**
   * Reads {@code 2}, {@code connector=2}, or both as {@code 2,connector=3}: who is not named runs
   * once, or as often as the plain number says.
   *
   * @throws IllegalArgumentException saying what is wrong, for a person
   */
  public static Instances parse(String text) {
    int each = 1;
    Map<String, Integer> named = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        each = number(part);
      } else {
        named.put(service(part.substring(0, equals).strip()), number(part.substring(equals + 1)));
      }
    }
    return new Instances(each, named);
  }

  private static String service(String name) {
    if (scalable().noneMatch(name::equals)) {
      throw new IllegalArgumentException(
          "'%s' is not one of %s".formatted(name, scalable().collect(Collectors.joining(", "))));
    }
    return name;
  }

  private static Stream<String> scalable() {
    return PlatformTable.all().stream().filter(ServiceSpec::scalable).map(ServiceSpec::name);
  }

  private static int number(String text) {
    String digits = text.strip();
    if (!digits.matches("[1-" + MOST + "]")) {
      throw new IllegalArgumentException("must be 1 to %d, not '%s'".formatted(MOST, digits));
    }
    return Integer.parseInt(digits);
  }

  int of(ServiceSpec row) {
    return row.scalable() ? named.getOrDefault(row.name(), each) : 1;
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    Stream<String> parts =
        new TreeMap<>(named).entrySet().stream().map(one -> one.getKey() + "=" + one.getValue());
    return Stream.concat(Stream.of(String.valueOf(each)), parts).collect(Collectors.joining(","));
  }
}
