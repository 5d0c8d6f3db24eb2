package kontor.sandbox.amazon.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kontor.sandbox.document.Json;
import kontor.sandbox.state.TimeScale;

/**
 * Amazon's rate limits: a bucket of tokens per seller and operation that refills steadily (page
 * "Usage plans and rate limits"). Buckets are kept in memory: a restart begins with full ones.
 */
final class Buckets {

  /** {@code tokens} come every {@code seconds}; at most {@code burst} are kept. */
  record Plan(int tokens, int burst, int seconds) {

    double rate() {
      return (double) tokens / seconds;
    }
  }

  private record Level(double tokens, Instant at) {}

  private static final Map<String, Plan> PLANS = read();

  private final Clock clock;
  private final TimeScale scale;
  private final Map<String, Level> levels = new HashMap<>();

  Buckets(Clock clock, TimeScale scale) {
    this.clock = clock;
    this.scale = scale;
  }

  private static Map<String, Plan> read() {
    Map<String, Plan> plans = new HashMap<>();
    Json.resource("/kontor/sandbox/amazon/limits.json")
        .properties()
        .forEach(e -> plans.put(e.getKey(), Json.value(e.getValue(), Plan.class)));
    return plans;
  }

  static Plan plan(String operation) {
    Plan plan = PLANS.get(operation);
    if (plan == null) {
      throw new IllegalStateException("no rate limit for " + operation);
    }
    return plan;
  }

  /** Takes a token; false if there is none. */
  synchronized boolean take(String seller, String operation) {
    Plan plan = plan(operation);
    Instant now = clock.instant();
    String key = seller + "|" + operation;
    Level level = levels.getOrDefault(key, new Level(plan.burst(), now));
    double seconds = Duration.between(level.at(), now).toNanos() / 1e9;
    double filled = Math.min(plan.burst(), level.tokens() + seconds * scale.speedUp(plan.rate()));
    boolean enough = filled >= 1 - 1e-9;
    levels.put(key, new Level(enough ? filled - 1 : filled, now));
    return enough;
  }

  /** The rate as the response header says it, in calls per second. */
  String announced(String operation) {
    return BigDecimal.valueOf(scale.speedUp(plan(operation).rate()))
        .setScale(4, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  synchronized void clear() {
    levels.clear();
  }
}
