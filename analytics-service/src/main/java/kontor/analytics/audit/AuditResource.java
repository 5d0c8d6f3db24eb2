package kontor.analytics.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import kontor.audit.Verdict;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Whether the books agree, for managers. */
@Path("/api/admin/analytics/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

  private static final int MOST = 100;

  private final AuditFeed feed;

  AuditResource(AuditFeed feed) {
    this.feed = feed;
  }

  /**
   * The last verdict.
   *
   * @param judgedAt absent until everything of before the start has been read
   * @param ageSeconds since then, or since the start
   * @param orders different orders that were judged since the start
   * @param skus different SKUs that were judged since the start
   * @param waiting orders and SKUs on which something happened a moment ago
   * @param violations how many there are
   * @param first the first hundred of them
   */
  record Report(
      @Nullable Instant judgedAt,
      long ageSeconds,
      long orders,
      long skus,
      long waiting,
      long violations,
      List<Line> first) {}

  record Line(String invariant, String reason) {}

  @GET
  @Operation(
      summary = "Whether orders, reservations, stock and money agree",
      description = "Each order and SKU is judged once nothing has happened to it for a minute.")
  public Report audit() {
    Verdict verdict = feed.verdict();
    return new Report(
        verdict.judgedAt(),
        feed.age().toSeconds(),
        verdict.orders(),
        verdict.skus(),
        verdict.waiting(),
        verdict.violations().size(),
        verdict.violations().stream()
            .limit(MOST)
            .map(violation -> new Line(violation.invariant().sentence(), violation.reason()))
            .toList());
  }
}
