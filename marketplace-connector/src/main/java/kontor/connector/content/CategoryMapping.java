package kontor.connector.content;

import java.util.List;
import java.util.Map;

/**
 * Which category of a marketplace our category is there.
 *
 * @param category ours, a path from the root with parts parted by {@code " > "}; holds for what is
 *     below it as well, unless that has a mapping of its own
 * @param channelCategory the marketplace's: Amazon's product type, eBay's number of the leaf
 *     category, Etsy's taxonomy id
 * @param attributes what is said of all articles of the category, by the marketplace's names
 * @param options which of the marketplace's attributes our options are: {@code Farbe → color}
 */
public record CategoryMapping(
    String category,
    String channelCategory,
    Map<String, List<String>> attributes,
    Map<String, String> options) {

  /** What parts a path. */
  static final String BELOW = " > ";

  public CategoryMapping {
    if (category.isBlank() || channelCategory.isBlank()) {
      throw new IllegalArgumentException("a mapping needs both categories");
    }
    attributes = Attributes.copy(attributes);
    options = Map.copyOf(options);
  }

  /** Whether it says something of articles in this category of ours. */
  boolean covers(String path) {
    return path.equals(category) || path.startsWith(category + BELOW);
  }
}
