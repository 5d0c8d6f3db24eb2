package kontor.sandbox.http;

import java.util.List;
import java.util.Optional;

/** The operations of one API. Where two paths fit, the one declared first answers. */
public final class Router {

  /** What was found: the route, and the request with the path's variables. */
  public record Match(Route route, Request request) {}

  private final List<Route> routes;

  public Router(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /** The operation that this request asks for. */
  public Optional<Match> find(Request request) {
    for (Route route : routes) {
      if (route.method().equals(request.method())) {
        Optional<Request> matched = route.match(request);
        if (matched.isPresent()) {
          return Optional.of(new Match(route, matched.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** 405 if the path exists for another method, else 404. */
  public int statusOfMiss(Request request) {
    return routes.stream().anyMatch(r -> r.match(request).isPresent()) ? 405 : 404;
  }

  /** The names of all operations. */
  public List<String> operations() {
    return routes.stream().map(Route::operation).distinct().sorted().toList();
  }
}
