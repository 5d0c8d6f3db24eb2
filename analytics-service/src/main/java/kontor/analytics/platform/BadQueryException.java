package kontor.analytics.platform;

/** A part of the query that cannot be what it is. */
public final class BadQueryException extends RuntimeException {

  private final String field;

  public BadQueryException(String field, String message) {
    super(message);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
