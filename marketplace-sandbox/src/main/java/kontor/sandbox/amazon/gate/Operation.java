package kontor.sandbox.amazon.gate;

import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;

/**
 * One operation of the Selling Partner API under Amazon's own name.
 *
 * @param access whose token opens it
 */
public record Operation(String name, String method, String path, Access access, Work work) {

  /** Whose token an operation asks for. */
  public enum Access {
    /** A seller's. */
    SELLER,
    /** The application's, with the scope of notifications. */
    APPLICATION
  }

  /** Answers a call that was let in. */
  @FunctionalInterface
  public interface Work {
    Response answer(Call call);
  }

  /** An operation for a seller. */
  public static Operation of(String name, String method, String path, Work work) {
    return new Operation(name, method, path, Access.SELLER, work);
  }

  Route route() {
    return Route.of(method, path, name, request -> Response.empty(500));
  }
}
