package kontor.connector.content;

/**
 * Something that keeps an article from going to a marketplace.
 *
 * @param field the marketplace's name of it
 * @param name in words: {@code brand}
 * @param what is wrong, in a sentence
 * @param todo what helps
 */
public record Gap(String field, String name, Kind kind, String what, String todo) {

  /** What is wrong. */
  public enum Kind {
    MISSING,
    TOO_LONG,
    NOT_ALLOWED,
    /** The marketplace has no such attribute or category. */
    UNKNOWN
  }

  /** Sentence and advice. */
  public String text() {
    return what + " " + todo;
  }

  /** What articles with it have in common: {@code without brand}. */
  String inCommon() {
    return switch (kind) {
      case MISSING -> "without " + name;
      case TOO_LONG -> "with " + name + " too long";
      case NOT_ALLOWED -> "with " + name + " not allowed";
      case UNKNOWN -> "with " + name + " unknown there";
    };
  }
}
