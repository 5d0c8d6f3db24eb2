package kontor.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of hits.
 *
 * @param total how many there are on all pages, counted exactly
 * @param next the cursor for the next page, absent on the last
 * @param facets for each field asked for, its values with their counts, most frequent first
 */
public record SearchResult(
    List<Hit> hits, long total, Optional<String> next, Map<String, List<FacetCount>> facets) {

  public SearchResult {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
  }

  /** The counts of a field that was asked for, empty for any other. */
  public List<FacetCount> facet(String field) {
    return facets.getOrDefault(field, List.of());
  }

  /** A value of a keyword field and how many of the found documents have it. */
  public record FacetCount(String value, long count) {}
}
