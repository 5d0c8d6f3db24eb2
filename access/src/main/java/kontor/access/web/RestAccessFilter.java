package kontor.access.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import kontor.access.AccessPolicy;
import kontor.access.AccessRefusedException;
import kontor.access.Caller;

/** Lets a request pass to a Jakarta REST service with its {@link Caller}, or answers 401 or 403. */
public final class RestAccessFilter implements ContainerRequestFilter {

  private final AccessPolicy policy;

  public RestAccessFilter(AccessPolicy policy) {
    this.policy = policy;
  }

  /** The caller of this request; only paths under {@code /api} have one. */
  public static Caller caller(ContainerRequestContext request) {
    if (request.getProperty(Caller.class.getName()) instanceof Caller caller) {
      return caller;
    }
    throw AccessRefusedException.unauthenticated("a token is missing");
  }

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      policy
          .admit(
              request.getUriInfo().getRequestUri().getPath(),
              request.getHeaderString("Authorization"))
          .ifPresent(caller -> request.setProperty(Caller.class.getName(), caller));
    } catch (AccessRefusedException e) {
      request.abortWith(
          Response.status(e.status())
              .type("application/problem+json")
              .entity(Refusal.json(e))
              .build());
    }
  }
}
