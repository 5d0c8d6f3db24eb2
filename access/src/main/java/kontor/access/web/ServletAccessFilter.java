package kontor.access.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kontor.access.AccessPolicy;
import kontor.access.AccessRefusedException;
import kontor.access.Caller;

/** Lets a request pass to a servlet service with its {@link Caller}, or answers 401 or 403. */
public final class ServletAccessFilter implements Filter {

  private final AccessPolicy policy;

  public ServletAccessFilter(AccessPolicy policy) {
    this.policy = policy;
  }

  /** The caller of this request; only paths under {@code /api} have one. */
  public static Caller caller(HttpServletRequest request) {
    if (request.getAttribute(Caller.class.getName()) instanceof Caller caller) {
      return caller;
    }
    throw AccessRefusedException.unauthenticated("a token is missing");
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    try {
      String path = http.getServletPath() + (http.getPathInfo() == null ? "" : http.getPathInfo());
      policy
          .admit(path, http.getHeader("Authorization"))
          .ifPresent(caller -> http.setAttribute(Caller.class.getName(), caller));
    } catch (AccessRefusedException e) {
      refuse((HttpServletResponse) response, e);
      return;
    }
    chain.doFilter(request, response);
  }

  private static void refuse(HttpServletResponse response, AccessRefusedException refused)
      throws IOException {
    response.setStatus(refused.status());
    response.setContentType("application/problem+json");
    response.getOutputStream().write(Refusal.json(refused).getBytes(StandardCharsets.UTF_8));
  }
}
