package kontor.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a watch found.
 *
 * @param judgedAt when it last looked; absent while it has not yet
 * @param orders different orders that it has judged
 * @param skus different SKUs that it has judged
 * @param waiting orders and SKUs that were touched a moment ago and are judged when at rest
 * @param violations what is wrong now
 */
public record Verdict(
    @Nullable Instant judgedAt, long orders, long skus, long waiting, List<Violation> violations) {

  /** Nothing was judged yet. */
  public static final Verdict NONE = new Verdict(null, 0, 0, 0, List.of());

  public Verdict {
    violations = List.copyOf(violations);
  }
}
