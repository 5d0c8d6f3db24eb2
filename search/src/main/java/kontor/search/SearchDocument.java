package kontor.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What is to be found of one thing: values for fields of the schema, and the source, which is
 * returned as it was given. A field without a value is simply left out.
 */
public final class SearchDocument {

  private final List<Value> values;
  private final byte[] source;

  private SearchDocument(List<Value> values, byte[] source) {
    this.values = List.copyOf(values);
    this.source = source;
  }

  /** A value of a field; the locale counts for text only. */
  record Value(String field, FieldKind kind, Locale locale, Object value) {}

  public static Builder builder() {
    return new Builder();
  }

  List<Value> values() {
    return values;
  }

  byte[] source() {
    return source;
  }

  /** Collects values. */
  public static final class Builder {

    private final List<Value> values = new ArrayList<>();
    private byte[] source = {};

    private Builder() {}

    /** May be called several times for one field. */
    public Builder keyword(String field, String value) {
      return add(field, FieldKind.KEYWORD, Locale.ROOT, value);
    }

    public Builder keywords(String field, Collection<String> all) {
      all.forEach(value -> keyword(field, value));
      return this;
    }

    /** Text of no language. */
    public Builder text(String field, String value) {
      return text(field, Locale.ROOT, value);
    }

    /** May be called several times for one field. */
    public Builder text(String field, Locale locale, String value) {
      return add(field, FieldKind.TEXT, locale, value);
    }

    public Builder sortText(String field, String value) {
      return add(field, FieldKind.SORT_TEXT, Locale.ROOT, value);
    }

    public Builder number(String field, long value) {
      return add(field, FieldKind.NUMBER, Locale.ROOT, value);
    }

    /** The amount in minor units. */
    public Builder money(String field, long minorUnits) {
      return add(field, FieldKind.MONEY, Locale.ROOT, minorUnits);
    }

    public Builder instant(String field, Instant moment) {
      return add(field, FieldKind.INSTANT, Locale.ROOT, moment.toEpochMilli());
    }

    /** What a hit gives back, for example the JSON of a list row. */
    public Builder source(byte[] bytes) {
      source = bytes.clone();
      return this;
    }

    public SearchDocument build() {
      return new SearchDocument(values, source);
    }

    private Builder add(String field, FieldKind kind, Locale locale, Object value) {
      values.add(new Value(field, kind, locale, value));
      return this;
    }
  }
}
