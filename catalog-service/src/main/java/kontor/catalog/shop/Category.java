package kontor.catalog.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A node in the tree of categories.
 *
 * @param path from the root, parts parted by {@code " > "}; what a list is filtered by
 * @param products how many are in it and below it
 */
public record Category(String name, String path, long products, List<Category> children) {

  private static final String PARTED_BY = " > ";

  /** The paths from the root to this category, itself last: {@code A}, {@code A > B}. */
  public static List<String> withParents(String path) {
    List<String> all = new ArrayList<>();
    for (int end = path.indexOf(PARTED_BY); end >= 0; end = path.indexOf(PARTED_BY, end + 1)) {
      all.add(path.substring(0, end));
    }
    all.add(path);
    return all;
  }

  /**
   * The roots of the tree.
   *
   * @param counts for each path, parents included, its number of products
   */
  public static List<Category> tree(Map<String, Long> counts) {
    return children("", new TreeMap<>(counts));
  }

  private static List<Category> children(String parent, TreeMap<String, Long> counts) {
    String prefix = parent.isEmpty() ? "" : parent + PARTED_BY;
    return counts.tailMap(prefix).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .filter(entry -> !entry.getKey().substring(prefix.length()).contains(PARTED_BY))
        .map(
            entry ->
                new Category(
                    entry.getKey().substring(prefix.length()),
                    entry.getKey(),
                    entry.getValue(),
                    children(entry.getKey(), counts)))
        .toList();
  }
}
