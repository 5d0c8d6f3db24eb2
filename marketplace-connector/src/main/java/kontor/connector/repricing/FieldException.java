package kontor.connector.repricing;

/** A field of what a manager sets is missing or wrong. */
public final class FieldException extends IllegalArgumentException {

  private final String field;

  FieldException(String field, String reason) {
    super(reason);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
