package kontor.sandbox.http;

import com.sun.net.httpserver.Headers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One HTTP request, read to its end: path segments and query are percent-decoded exactly once.
 *
 * @param repeated the query parameters that came more than once; {@code query} has the first value
 */
public record Request(
    String method,
    List<String> path,
    Map<String, String> query,
    Headers headers,
    Payload payload,
    Set<String> repeated,
    Map<String, String> variables) {

  public Request {
    path = List.copyOf(path);
    query = Map.copyOf(query);
    repeated = Set.copyOf(repeated);
    variables = Map.copyOf(variables);
  }

  /** A header's first value; names are compared without regard to case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  /** The body as UTF-8 text; empty if there was none. */
  public String body() {
    return payload.text();
  }

  /** A query parameter. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A variable of the route's path; asking for one that the route does not have is a bug. */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalStateException("the route has no variable " + name);
    }
    return value;
  }

  /** The same request with the first segments of its path taken off. */
  public Request below(int segments) {
    List<String> rest = path.subList(segments, path.size());
    return new Request(method, rest, query, headers, payload, repeated, variables);
  }

  Request with(Map<String, String> matched) {
    return new Request(method, path, query, headers, payload, repeated, matched);
  }

  /** The same request with another value of one query parameter. */
  public Request withParameter(String name, String value) {
    Map<String, String> changed = new HashMap<>(query);
    changed.put(name, value);
    return new Request(method, path, changed, headers, payload, repeated, variables);
  }
}
