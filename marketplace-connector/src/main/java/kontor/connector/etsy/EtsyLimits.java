package kontor.connector.etsy;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import kontor.connector.channel.CallLimit;
import kontor.connector.channel.Pace;

/**
 * How often we may call Etsy: in a second, and in any 24 hours; 10 and 10,000 until an answer says
 * otherwise. What can be saved up and what comes back meanwhile are together no more than that: a
 * bucket that held all of it could give nearly twice as much in the time.
 */
final class EtsyLimits {

  static final String SECOND = "second";
  static final String DAY = "day";
  static final Map<String, CallLimit> DEFAULT = Map.of(SECOND, second(10), DAY, day(10_000));

  /** From here on a pause is not about the second any more. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private EtsyLimits() {}

  private static CallLimit second(long calls) {
    return split(calls, Duration.ofSeconds(1));
  }

  private static CallLimit day(long calls) {
    return split(calls, Duration.ofDays(1));
  }

  /** A quarter can be saved up. */
  private static CallLimit split(long calls, Duration time) {
    long burst = Math.max(1, calls / 4);
    Duration each = time.dividedBy(Math.max(1, calls - burst));
    return new CallLimit(each.isZero() ? Duration.ofNanos(1) : each, (int) burst);
  }

  /** Takes over what an answer says about the limits; what is no number is passed over. */
  static void learn(Pace pace, HttpHeaders headers) {
    number(headers, "x-limit-per-second").ifPresent(n -> pace.learn(SECOND, second(n)));
    number(headers, "x-limit-per-day").ifPresent(n -> pace.learn(DAY, day(n)));
  }

  private static OptionalLong number(HttpHeaders headers, String name) {
    String text = headers.firstValue(name).orElse("");
    return text.matches("[1-9][0-9]{0,8}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /** Which limit an answer 429 is about. */
  static String exceeded(HttpHeaders headers, Duration pause) {
    boolean day =
        headers.firstValue("x-remaining-today").filter("0"::equals).isPresent()
            || pause.compareTo(LONG) > 0;
    return day ? DAY : SECOND;
  }
}
