package kontor.local.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what waits: in the outboxes from the services, in the topics from the broker. */
public final class FigureReader {

  private static final Pattern PENDING =
      Pattern.compile(
          "^kontor_outbox_pending[a-z_]*(?:\\{[^}]*})? ([0-9.eE+]+)$", Pattern.MULTILINE);

  private FigureReader() {}

  /** The figures of each component, by its name. */
  public static Map<String, Figures> read(List<ComponentStatus> components, String bootstrap) {
    Map<String, Figures> figures = new HashMap<>();
    boolean down =
        components.stream().anyMatch(each -> each.kind().equals("broker") && !each.ready());
    BrokerFigures broker = down ? BrokerFigures.UNKNOWN : BrokerFigures.read(bootstrap);
    for (ComponentStatus component : components) {
      if (!component.metricsPath().isEmpty()) {
        figures.put(component.name(), figures(component, broker));
      }
    }
    return figures;
  }

  private static Figures figures(ComponentStatus component, BrokerFigures broker) {
    return new Figures(
        outboxPending(component),
        boxed(broker.lag(component.kind())),
        boxed(broker.deadLetters(component.kind())));
  }

  private static @Nullable Long boxed(OptionalLong figure) {
    return figure.isPresent() ? figure.getAsLong() : null;
  }

  private static @Nullable Long outboxPending(ComponentStatus component) {
    return MetricsPages.of(component).map(FigureReader::pending).orElse(null);
  }

  /** The sum of the outboxes in Prometheus' text format, null when there is none. */
  static @Nullable Long pending(String metrics) {
    List<Long> all =
        PENDING
            .matcher(metrics)
            .results()
            .map(line -> (long) Double.parseDouble(line.group(1)))
            .toList();
    return all.isEmpty() ? null : all.stream().mapToLong(Long::longValue).sum();
  }
}
