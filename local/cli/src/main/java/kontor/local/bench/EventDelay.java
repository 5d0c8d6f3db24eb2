package kontor.local.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long events took from their commit to the handler of a consumer, from the services' own
 * histograms.
 *
 * @param events how many were handled
 * @param p50 milliseconds within which half of them were there, as the bound of a bucket; the
 *     largest bound for what took longer
 * @param worst the p99 of each consumer group
 */
public record EventDelay(
    double perSecond, long events, double p50, double p99, Map<String, Double> worst) {

  private static final Pattern BUCKET =
      Pattern.compile(
          "^kontor_event_delay_seconds_bucket\\{(.*)} ([0-9.eE+-]+)$", Pattern.MULTILINE);
  private static final Pattern GROUP = Pattern.compile("group=\"([^\"]*)\"");
  private static final Pattern BOUND = Pattern.compile("le=\"([^\"]*)\"");

  /** Counts up to each bound, in seconds, by consumer group. */
  static final class Histogram {
    private final Map<String, NavigableMap<Double, Double>> groups = new HashMap<>();

    /** Adds a page in Prometheus' text format. */
    void add(String page) {
      Matcher line = BUCKET.matcher(page);
      while (line.find()) {
        Matcher group = GROUP.matcher(line.group(1));
        Matcher bound = BOUND.matcher(line.group(1));
        if (group.find() && bound.find()) {
          double upTo =
              bound.group(1).equals("+Inf")
                  ? Double.POSITIVE_INFINITY
                  : Double.parseDouble(bound.group(1));
          groups
              .computeIfAbsent(group.group(1), name -> new TreeMap<>())
              .merge(upTo, Double.parseDouble(line.group(2)), Double::sum);
        }
      }
    }

    private NavigableMap<Double, Double> since(Histogram before, String group) {
      NavigableMap<Double, Double> then = before.groups.getOrDefault(group, new TreeMap<>());
      NavigableMap<Double, Double> counts = new TreeMap<>();
      groups
          .getOrDefault(group, new TreeMap<>())
          .forEach((bound, count) -> counts.put(bound, count - then.getOrDefault(bound, 0.0)));
      return counts;
    }
  }

  /** What was handled between two looks at the histograms. */
  static EventDelay between(Histogram before, Histogram after, double perSecond) {
    NavigableMap<Double, Double> all = new TreeMap<>();
    Map<String, Double> worst = new TreeMap<>();
    for (String group : after.groups.keySet()) {
      NavigableMap<Double, Double> counts = after.since(before, group);
      counts.forEach((bound, count) -> all.merge(bound, count, Double::sum));
      if (total(counts) > 0) {
        worst.put(group, milliseconds(counts, 0.99));
      }
    }
    return new EventDelay(
        perSecond, Math.round(total(all)), milliseconds(all, 0.5), milliseconds(all, 0.99), worst);
  }

  private static double total(NavigableMap<Double, Double> counts) {
    return counts.isEmpty() ? 0 : counts.lastEntry().getValue();
  }

  private static double milliseconds(NavigableMap<Double, Double> counts, double share) {
    double wanted = total(counts) * share;
    double seconds = 0;
    for (Map.Entry<Double, Double> bucket : counts.entrySet()) {
      if (Double.isFinite(bucket.getKey())) {
        seconds = bucket.getKey();
      }
      if (bucket.getValue() >= wanted) {
        break;
      }
    }
    return Figures.round(seconds * 1_000);
  }
}
