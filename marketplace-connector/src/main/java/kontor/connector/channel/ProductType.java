package kontor.connector.channel;

import java.util.List;
import java.util.Optional;

/**
 * What a marketplace wants to be told of an article of one of its categories.
 *
 * @param category the marketplace's name or number of it
 * @param title what the marketplace calls it
 * @param version tells one state of these rules from another
 * @param longestOther how long a value of an attribute may be that is not named here; 0: there may
 *     be none
 */
public record ProductType(
    String category, String title, String version, List<Attribute> attributes, int longestOther) {

  public ProductType {
    attributes = List.copyOf(attributes);
  }

  /** Which part of our article says it. */
  public enum Part {
    SKU,
    TITLE,
    DESCRIPTION,
    BRAND,
    GTIN,
    PICTURE,
    /** One of our options, if one has that name. */
    OPTION,
    /** Something that only this marketplace asks for. */
    OTHER
  }

  /** How a value is written. */
  public enum Form {
    TEXT,
    NUMBER,
    /** {@code true} or {@code false}. */
    YES_NO,
    /** A number, a space and a unit: {@code 60 watts}. */
    MEASURE
  }

  /**
   * Something that is said of an article.
   *
   * @param name the marketplace's
   * @param title in words for a person
   * @param longest characters that a text may have; 0: no limit is known
   * @param allowed the only values, or the only units of a measure; empty: any
   * @param most how many values it may have; 0: no limit is known
   * @param unless an attribute whose {@code true} makes up for this one where it is missing
   */
  public record Attribute(
      String name,
      String title,
      Part part,
      boolean required,
      Form form,
      int longest,
      List<String> allowed,
      int most,
      Optional<String> unless) {

    public Attribute {
      allowed = List.copyOf(allowed);
    }

    /** A text of limited length that says a part of our article. */
    public static Attribute of(
        String name, String title, Part part, boolean required, int longest) {
      return new Attribute(
          name, title, part, required, Form.TEXT, longest, List.of(), 0, Optional.empty());
    }

    /** One of a few words, which only this marketplace asks for. */
    public static Attribute choice(String name, String title, List<String> allowed) {
      return new Attribute(
          name, title, Part.OTHER, false, Form.TEXT, 0, allowed, 0, Optional.empty());
    }
  }

  public Optional<Attribute> attribute(String name) {
    return attributes.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
