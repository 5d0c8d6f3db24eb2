package kontor.sandbox.etsy;

import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;

/** One operation of the Open API under Etsy's own name. */
record Operation(String name, String method, String path, Work work) {

  /** Answers a call that was let in. */
  @FunctionalInterface
  interface Work {
    Response answer(Call call);
  }

  Route route() {
    return Route.of(method, "/v3/application" + path, name, request -> Response.empty(500));
  }
}
