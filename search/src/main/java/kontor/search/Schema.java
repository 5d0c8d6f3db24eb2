package kontor.search;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of an index. An index that was written with another schema is not read: it starts
 * empty and is filled again from its topic.
 */
public final class Schema {

  /** Raised whenever this library writes documents in another way than before. */
  private static final int FORMAT = 1;

  private final Map<String, Field> fields;

  private Schema(Map<String, Field> fields) {
    this.fields = Map.copyOf(fields);
  }

  /** One field: its name, kind, and the languages that its text is analysed in. */
  public record Field(String name, FieldKind kind, List<Locale> locales) {

    public Field {
      if (!name.matches("[a-zA-Z][a-zA-Z0-9_.-]{0,63}")) {
        throw new IllegalArgumentException("not a field name: '" + name + "'");
      }
      locales = List.copyOf(locales);
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * The field of that name.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  Field field(String name) {
    Field field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException(
          "unknown field '" + name + "', known are " + new TreeMap<>(fields).keySet());
    }
    return field;
  }

  Field field(String name, FieldKind... allowed) {
    Field field = field(name);
    if (!Arrays.asList(allowed).contains(field.kind())) {
      throw new IllegalArgumentException(
          "field '" + name + "' is " + field.kind() + ", not " + allowed[0]);
    }
    return field;
  }

  Field textField(String name, Locale locale) {
    Field field = field(name, FieldKind.TEXT);
    if (!field.locales().contains(locale)) {
      throw new IllegalArgumentException(
          "field '" + name + "' has no text in '" + locale + "', only in " + field.locales());
    }
    return field;
  }

  /** Equal for equal schemas, in any order of fields. */
  String fingerprint() {
    return FORMAT + " " + new TreeMap<>(fields).values();
  }

  /** Collects fields. */
  public static final class Builder {

    private final Map<String, Field> fields = new LinkedHashMap<>();

    private Builder() {}

    public Builder keyword(String name) {
      return add(new Field(name, FieldKind.KEYWORD, List.of()));
    }

    /** Text in each of the languages; none means text of no language, folded but not stemmed. */
    public Builder text(String name, Locale... locales) {
      List<Locale> languages = locales.length == 0 ? List.of(Locale.ROOT) : List.of(locales);
      return add(new Field(name, FieldKind.TEXT, languages));
    }

    /** A name to sort by, in the order of the language. */
    public Builder sortText(String name, Locale locale) {
      return add(new Field(name, FieldKind.SORT_TEXT, List.of(locale)));
    }

    public Builder number(String name) {
      return add(new Field(name, FieldKind.NUMBER, List.of()));
    }

    public Builder money(String name) {
      return add(new Field(name, FieldKind.MONEY, List.of()));
    }

    public Builder instant(String name) {
      return add(new Field(name, FieldKind.INSTANT, List.of()));
    }

    public Schema build() {
      return new Schema(fields);
    }

    private Builder add(Field field) {
      if (fields.putIfAbsent(field.name(), field) != null) {
        throw new IllegalArgumentException("field '" + field.name() + "' is declared twice");
      }
      return this;
    }
  }
}
