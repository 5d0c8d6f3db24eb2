package kontor.search;

/** What a field holds, and with that what can be asked of it. */
public enum FieldKind {
  /** Exact values, one or several: filter, facet, sort (by the smallest). Case counts. */
  KEYWORD("a keyword"),
  /** Words in a language: full text only. */
  TEXT("text"),
  /** A name as people sort it in a language (ä beside a): sort only. */
  SORT_TEXT("sort text"),
  /** A whole number: filter, range, sort. */
  NUMBER("a number"),
  /** An amount in whole minor units: as a number. */
  MONEY("money"),
  /** A moment, kept to the millisecond: filter, range, sort. */
  INSTANT("a moment");

  private final String words;

  FieldKind(String words) {
    this.words = words;
  }

  /** Whether the index holds it as a whole number. */
  boolean numeric() {
    return this == NUMBER || this == MONEY || this == INSTANT;
  }

  @Override
  public String toString() {
    return words;
  }
}
