package kontor.sandbox.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of an API: a method, a path whose segments in braces are variables, the operation's
 * name, and what answers it.
 */
public record Route(String method, List<String> pattern, String operation, Handler handler) {

  public Route {
    pattern = List.copyOf(pattern);
  }

  /** A route for a path such as {@code /offer/{offerId}/publish}. */
  public static Route of(String method, String path, String operation, Handler handler) {
    return new Route(method, List.of(path.substring(1).split("/")), operation, handler);
  }

  /** The request with the path's variables filled in, if its path is this one; any method. */
  Optional<Request> match(Request request) {
    List<String> path = request.path();
    if (path.size() != pattern.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String wanted = pattern.get(i);
      if (wanted.startsWith("{")) {
        variables.put(wanted.substring(1, wanted.length() - 1), path.get(i));
      } else if (!wanted.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(request.with(variables));
  }
}
