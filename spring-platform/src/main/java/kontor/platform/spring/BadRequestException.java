package kontor.platform.spring;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a caller sent cannot be done; answered as a problem document. */
public final class BadRequestException extends RuntimeException {

  private static final String WAIT = "retryAfterSeconds";

  private final int status;
  private final String title;
  private final @Nullable String field;
  private final transient Map<String, Object> details;

  private BadRequestException(int status, String title, String detail, @Nullable String field) {
    this(status, title, detail, field, Map.of());
  }

  private BadRequestException(
      int status, String title, String detail, @Nullable String field, Map<String, Object> more) {
    super(detail);
    this.status = status;
    this.title = title;
    this.field = field;
    this.details = Map.copyOf(more);
  }

  /** 400: this part of the request is wrong. */
  public static BadRequestException field(String field, String reason) {
    return new BadRequestException(400, "Bad input", field + ": " + reason, field);
  }

  /** 403: whoever asks may not. */
  public static BadRequestException forbidden(String detail) {
    return new BadRequestException(403, "Forbidden", detail, null);
  }

  /** 404: there is no such thing, or it is not the caller's. */
  public static BadRequestException notFound(String what) {
    return new BadRequestException(404, "Not found", what, null);
  }

  /** 409: the state of things does not allow it. */
  public static BadRequestException conflict(String detail) {
    return new BadRequestException(409, "Conflict", detail, null);
  }

  /**
   * 409, and the problem document says more for programs.
   *
   * @param more members of the document by name
   */
  public static BadRequestException conflict(String detail, Map<String, Object> more) {
    return new BadRequestException(409, "Conflict", detail, null, more);
  }

  /** 412: the author of a change has not seen what stands there now. */
  public static BadRequestException outdated(String detail) {
    return new BadRequestException(412, "Outdated", detail, "If-Match");
  }

  /** 428: the author of a change did not say which version he has seen. */
  public static BadRequestException versionMissing(String detail) {
    return new BadRequestException(428, "Version missing", detail, "If-Match");
  }

  /** 422: understood, and not to be done. */
  public static BadRequestException unprocessable(String field, String reason) {
    return new BadRequestException(422, "Cannot be processed", field + ": " + reason, field);
  }

  /**
   * 429: asked too often.
   *
   * @param wait until it may be asked again; told in seconds, at least one
   */
  public static BadRequestException tooMany(String detail, Duration wait) {
    long seconds = Math.max(1, wait.toSeconds());
    return new BadRequestException(
        429, "Too many requests", detail + "; wait " + seconds + " s", null, Map.of(WAIT, seconds));
  }

  /** How many seconds to wait; empty unless it was asked too often. */
  Optional<Object> retryAfter() {
    return Optional.ofNullable(details.get(WAIT));
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  Map<String, Object> details() {
    return details;
  }

  @Nullable String field() {
    return field;
  }
}
