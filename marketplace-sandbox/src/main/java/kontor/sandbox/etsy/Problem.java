package kontor.sandbox.etsy;

/** Why Etsy refuses a call; the status of its error body {@code {"error": "words"}}. */
enum Problem {
  INVALID(400),
  UNAUTHORISED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  NO_METHOD(405),
  CONFLICT(409),
  MEDIA_TYPE(415),
  TOO_MANY(429),
  FAILURE(500),
  UNAVAILABLE(503);

  private final int status;

  Problem(int status) {
    this.status = status;
  }

  /** The refusal, to be thrown. */
  Refusal say(String words) {
    return new Refusal(status, words);
  }
}
