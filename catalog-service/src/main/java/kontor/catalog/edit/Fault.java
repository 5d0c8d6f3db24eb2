package kontor.catalog.edit;

/**
 * What is wrong with one part of a change.
 *
 * @param field where, as in the request: {@code variants[1].sku}
 * @param message what is wrong with it, without a full stop
 */
public record Fault(String field, String message) {

  @Override
  public String toString() {
    return field + ": " + message;
  }
}
