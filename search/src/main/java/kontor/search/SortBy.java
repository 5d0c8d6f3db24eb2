package kontor.search;

import java.util.Optional;

/** The order of hits. Equals are ordered by id; what lacks the field comes last, either way. */
public record SortBy(Optional<String> field, boolean descending) {

  /** Best match first. */
  public static SortBy relevance() {
    return new SortBy(Optional.empty(), true);
  }

  public static SortBy ascending(String field) {
    return new SortBy(Optional.of(field), false);
  }

  public static SortBy descending(String field) {
    return new SortBy(Optional.of(field), true);
  }
}
