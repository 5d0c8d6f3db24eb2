package kontor.platform.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import kontor.access.web.ServletAccessFilter;
import kontor.eventstore.Origin;

/** Why what a request leads to came to be: its caller, its trace, and a correlation of its own. */
public final class RequestOrigin {

  private RequestOrigin() {}

  public static Origin of(HttpServletRequest request) {
    return new Origin(
        ServletAccessFilter.caller(request).subject(),
        UUID.randomUUID().toString(),
        null,
        request.getHeader("traceparent"));
  }
}
