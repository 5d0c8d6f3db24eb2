package kontor.sandbox.etsy;

import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/** A call that Etsy does not carry out. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  Refusal(int status, String words) {
    super(words, null, false, false);
    this.status = status;
  }

  Response response() {
    return Response.json(status, Json.object().put("error", String.valueOf(getMessage())));
  }
}
