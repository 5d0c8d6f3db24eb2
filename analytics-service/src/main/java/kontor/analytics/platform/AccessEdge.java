package kontor.analytics.platform;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import kontor.access.AccessPolicy;
import kontor.access.web.RestAccessFilter;

/**
 * Lets callers in. A path in an unusual form ({@code //}, {@code /../}, {@code ;}) is refused
 * before, since it could name one thing for the check and another one for the routing.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class AccessEdge implements ContainerRequestFilter {

  private static final Pattern UNUSUAL = Pattern.compile("//|/\\.{1,2}(/|$)|;");

  private final jakarta.inject.Provider<AccessPolicy> policy;

  /** Filters are made while the program is built up; the settings are known only later. */
  AccessEdge(jakarta.inject.Provider<AccessPolicy> policy) {
    this.policy = policy;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (UNUSUAL.matcher(request.getUriInfo().getRequestUri().getPath()).find()) {
      request.abortWith(
          Problem.answer(400, "Bad input", "the path is not in its plain form", null));
      return;
    }
    new RestAccessFilter(policy.get()).filter(request);
  }
}
