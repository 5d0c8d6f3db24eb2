package kontor.sandbox.amazon.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.document.Json;

/** Why Amazon refuses a call: the status, the code and the words of its error body. */
public enum Problem {
  INVALID_INPUT(400, "InvalidInput", "Invalid Input"),
  UNAUTHORIZED(403, "Unauthorized", "Access to requested resource is denied."),
  NOT_FOUND(404, "NotFound", "The requested resource doesn't exist."),
  NO_METHOD(405, "InvalidInput", "The method is not allowed for the requested resource."),
  CONFLICT(409, "Conflict", "The resource exists already."),
  MEDIA_TYPE(415, "UnsupportedMediaType", "The media type of the request is not supported."),
  QUOTA(429, "QuotaExceeded", "You exceeded your quota for the requested resource."),
  FAILURE(500, "InternalFailure", "We encountered an internal error. Please try again."),
  UNAVAILABLE(503, "ServiceUnavailable", "The service is temporarily unavailable.");

  private final int status;
  private final String code;
  private final String message;

  Problem(int status, String code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  /** The refusal, to be thrown; {@code details} names the field or the resource. */
  public Refusal refuse(String details) {
    return refuse(List.of(details));
  }

  /** The refusal with several errors. */
  public Refusal refuse(List<String> details) {
    return new Refusal(status, details.stream().map(detail -> describe(message, detail)).toList());
  }

  /** The refusal in the operation's own words. */
  public Refusal say(String words) {
    return new Refusal(status, List.of(describe(words, "")));
  }

  /** The error as an entry of the body. */
  public ObjectNode describe(String words, String details) {
    return Json.object().put("code", code).put("message", words).put("details", details);
  }
}
