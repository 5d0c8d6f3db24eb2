package kontor.eventstore;

/**
 * One aggregate's stream: its category and the aggregate's own id, written {@code order/0190…}.
 *
 * @param category lower-case letters and dashes
 * @param id any text that is not empty; slashes are part of it
 */
public record StreamId(String category, String id) {

  public StreamId {
    if (!category.matches("[a-z][a-z-]*") || id.isEmpty()) {
      throw new IllegalArgumentException("not a stream: '" + category + "/" + id + "'");
    }
  }

  public static StreamId parse(String value) {
    int slash = value.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not a stream: '" + value + "'");
    }
    return new StreamId(value.substring(0, slash), value.substring(slash + 1));
  }

  public String value() {
    return category + "/" + id;
  }

  @Override
  public String toString() {
    return value();
  }
}
