package kontor.connector.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductType.Attribute;
import kontor.connector.channel.ProductType.Part;
import org.jspecify.annotations.Nullable;

/** Whether what a person writes for a marketplace can be said there at all. */
public final class ContentCheck {

  private static final int MOST_IMAGES = 24;
  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_ATTRIBUTES = 200;
  private static final int LONGEST_VALUE = 2_000;

  private ContentCheck() {}

  /** The fields that are wrong whatever the marketplace is, with the reason. */
  public static Map<String, String> formal(ChannelContent content) {
    Map<String, String> wrong = new LinkedHashMap<>();
    text(wrong, "title", content.title(), LONGEST_VALUE);
    text(wrong, "description", content.description(), LONGEST_TEXT);
    if (content.images().size() > MOST_IMAGES) {
      wrong.put("images", "at most " + MOST_IMAGES + " pictures");
    }
    content.images().stream()
        .filter(image -> !image.matches("(https?:/)?/[^\\s]{1,2000}"))
        .findFirst()
        .ifPresent(image -> wrong.put("images", "must be addresses, unlike '" + image + "'"));
    wrong.putAll(formal(content.attributes()));
    return wrong;
  }

  /** The same of attributes alone. */
  public static Map<String, String> formal(Map<String, List<String>> attributes) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (attributes.size() > MOST_ATTRIBUTES) {
      wrong.put("attributes", "at most " + MOST_ATTRIBUTES);
    }
    attributes.forEach(
        (name, values) -> {
          boolean named = !name.isBlank() && name.length() <= LONGEST_NAME;
          boolean filled =
              !values.isEmpty()
                  && values.stream().allMatch(v -> !v.isBlank() && v.length() <= LONGEST_VALUE);
          if (!named || !filled) {
            wrong.put(
                "attributes." + name, "needs values of 1 to " + LONGEST_VALUE + " characters");
          }
        });
    return wrong;
  }

  /** The fields that the marketplace does not take as they are. */
  public static Map<String, String> against(
      String channel, ProductType type, ChannelContent content) {
    Map<String, String> wrong = new LinkedHashMap<>();
    part(wrong, "title", type, Part.TITLE, content.title());
    part(wrong, "description", type, Part.DESCRIPTION, content.description());
    wrong.putAll(against(channel, type, content.attributes()));
    return wrong;
  }

  /** The same of attributes alone. */
  public static Map<String, String> against(
      String channel, ProductType type, Map<String, List<String>> attributes) {
    Map<String, String> wrong = new LinkedHashMap<>();
    attributes.forEach(
        (name, values) -> {
          Optional<Attribute> known = type.attribute(name);
          if (known.isEmpty() && type.longestOther() == 0) {
            wrong.put(
                "attributes." + name, channel + " knows no such attribute of " + type.title());
            return;
          }
          Attribute attribute =
              known.orElseGet(
                  () -> Attribute.of(name, name, Part.OTHER, false, type.longestOther()));
          WrongValues.of(attribute, values, true).stream()
              .findFirst()
              .ifPresent(gap -> wrong.put("attributes." + name, gap.text()));
        });
    return wrong;
  }

  private static void text(
      Map<String, String> wrong, String field, @Nullable String text, int longest) {
    if (text != null && (text.isBlank() || text.length() > longest)) {
      wrong.put(field, "must have 1 to " + longest + " characters, or be left out");
    }
  }

  private static void part(
      Map<String, String> wrong, String field, ProductType type, Part part, @Nullable String text) {
    if (text == null) {
      return;
    }
    type.attributes().stream()
        .filter(one -> one.part() == part)
        .flatMap(attribute -> WrongValues.of(attribute, List.of(text), true).stream())
        .findFirst()
        .ifPresent(gap -> wrong.put(field, gap.text()));
  }
}
