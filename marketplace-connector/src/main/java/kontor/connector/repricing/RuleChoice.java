package kontor.connector.repricing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import kontor.contracts.Sku;

/**
 * Finds the rule that means an article most: by SKU, by the deepest category, for all. Of rules
 * that mean it alike, the one whose id comes first.
 */
final class RuleChoice {

  private static final String BELOW = " > ";
  private static final String ALL = "";

  private final Map<Sku, RepricingRule> bySku = new HashMap<>();
  private final Map<String, RepricingRule> byCategory = new HashMap<>();

  RuleChoice(Map<String, RepricingRule> rules) {
    for (RepricingRule rule : new TreeMap<>(rules).values()) {
      if (rule.sku() != null) {
        bySku.putIfAbsent(rule.sku(), rule);
      } else {
        byCategory.putIfAbsent(Objects.requireNonNullElse(rule.category(), ALL), rule);
      }
    }
  }

  /**
   * @param categories paths from the root, as the catalog writes them
   */
  Optional<RepricingRule> rule(Sku sku, Collection<String> categories) {
    Optional<RepricingRule> own = Optional.ofNullable(bySku.get(sku));
    return own.isPresent()
        ? own
        : categories.stream()
            .map(this::nearest)
            .flatMap(Optional::stream)
            .max(
                Comparator.comparingInt((RepricingRule rule) -> depth(rule))
                    .thenComparing(RepricingRule::id, Comparator.reverseOrder()))
            .or(() -> Optional.ofNullable(byCategory.get(ALL)));
  }

  /** That of the category itself or of the next one above that has one. */
  private Optional<RepricingRule> nearest(String path) {
    String rest = path;
    while (!rest.isEmpty()) {
      RepricingRule rule = byCategory.get(rest);
      if (rule != null) {
        return Optional.of(rule);
      }
      int above = rest.lastIndexOf(BELOW);
      rest = above < 0 ? ALL : rest.substring(0, above);
    }
    return Optional.empty();
  }

  private static int depth(RepricingRule rule) {
    String path = rule.category();
    return path == null ? 0 : List.of(path.split(BELOW)).size();
  }
}
