package kontor.catalog.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import kontor.access.web.RestAccessFilter;
import kontor.catalog.edit.Expected;
import kontor.catalog.edit.Refused;
import kontor.eventstore.Origin;
import org.jspecify.annotations.Nullable;

/** What a change's request says about itself: which version its author saw, and who that is. */
public final class Versions {

  private Versions() {}

  /** The ETag of a version. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Which version the author saw, by {@code If-Match}.
   *
   * @param required whether an existing thing may only be changed by who says so
   */
  public static Expected expected(ContainerRequestContext request, boolean required) {
    String match = request.getHeaderString(HttpHeaders.IF_MATCH);
    if (match == null) {
      return required ? new Expected.Unsaid() : new Expected.Any();
    }
    if (match.strip().equals("*")) {
      return new Expected.Any();
    }
    String digits = match.strip().replaceFirst("^W/", "").replace("\"", "");
    if (!digits.matches("\\d{1,18}")) {
      throw Refused.field("If-Match", "not an ETag of this service: " + match);
    }
    return new Expected.Exactly(Long.parseLong(digits));
  }

  /** Who asks, and what the change belongs to. */
  public static Origin origin(ContainerRequestContext request) {
    String correlation = request.getHeaderString("X-Request-Id");
    return new Origin(
        RestAccessFilter.caller(request).subject(),
        isId(correlation) ? String.valueOf(correlation) : UUID.randomUUID().toString(),
        null,
        request.getHeaderString("traceparent"));
  }

  private static boolean isId(@Nullable String text) {
    return text != null && text.matches("[A-Za-z0-9._:-]{1,100}");
  }
}
