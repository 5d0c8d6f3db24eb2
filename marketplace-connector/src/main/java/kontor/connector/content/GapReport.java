package kontor.connector.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.contracts.Sku;

/**
 * Which articles cannot go to a marketplace, and why.
 *
 * @param channel what people call the marketplace
 * @param articles how many were looked at
 * @param items those with gaps, by SKU
 */
public record GapReport(String channel, int articles, List<Item> items) {

  private static final int MOST_NAMED = 5;

  public GapReport {
    items =
        items.stream()
            .filter(item -> !item.gaps().isEmpty())
            .sorted(Comparator.comparing((Item item) -> item.sku().value()))
            .toList();
  }

  /** An article and what it lacks. */
  public record Item(Sku sku, List<Gap> gaps) {

    public Item {
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * Articles that lack the same.
   *
   * @param articles how many
   * @param example one of them
   */
  public record Group(
      String field, Gap.Kind kind, String inCommon, String todo, int articles, Sku example) {}

  /** What most of them lack comes first. */
  public List<Group> groups() {
    Map<String, List<Item>> having = new LinkedHashMap<>();
    Map<String, Gap> gaps = new LinkedHashMap<>();
    for (Item item : items) {
      Set<String> own = new LinkedHashSet<>();
      for (Gap gap : item.gaps()) {
        String key = gap.kind() + " " + gap.field();
        gaps.putIfAbsent(key, gap);
        if (own.add(key)) {
          having.computeIfAbsent(key, k -> new ArrayList<>()).add(item);
        }
      }
    }
    return having.entrySet().stream()
        .map(
            e -> {
              Gap gap = Objects.requireNonNull(gaps.get(e.getKey()));
              return new Group(
                  gap.field(),
                  gap.kind(),
                  gap.inCommon(),
                  gap.todo(),
                  e.getValue().size(),
                  e.getValue().get(0).sku());
            })
        .sorted(Comparator.comparingInt(Group::articles).reversed().thenComparing(Group::inCommon))
        .toList();
  }

  /** {@code 12 of 40 articles can't go to Amazon.de: 7 without brand, 5 without GTIN}. */
  public String sentence() {
    if (items.isEmpty()) {
      return articles + " of " + articles + " articles can go to " + channel;
    }
    List<Group> groups = groups();
    String reasons =
        groups.stream()
            .limit(MOST_NAMED)
            .map(group -> group.articles() + " " + group.inCommon())
            .collect(Collectors.joining(", "));
    return items.size()
        + " of "
        + articles
        + " articles can't go to "
        + channel
        + ": "
        + reasons
        + (groups.size() > MOST_NAMED ? " and more" : "");
  }
}
