package kontor.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to find, in which order, and how much of it.
 *
 * @param facets keyword fields whose values are counted. The count of a field ignores the filters
 *     on that very field, so that a shopper who chose "red" still sees how many are blue.
 * @param limit hits per page, 1 to 200
 * @param cursor where the page before ended, from {@link SearchResult#next()}
 */
public record SearchRequest(
    Optional<TextSearch> text,
    List<Filter> filters,
    Set<String> facets,
    List<SortBy> sort,
    int limit,
    Optional<String> cursor) {

  /** Hits on a page at most. */
  public static final int MAX_LIMIT = 200;

  public SearchRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
    }
    filters = List.copyOf(filters);
    facets = Set.copyOf(facets);
    sort = List.copyOf(sort);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts; without any it asks for the first 20 of everything, by id. */
  public static final class Builder {

    private Optional<TextSearch> text = Optional.empty();
    private final List<Filter> filters = new ArrayList<>();
    private final Set<String> facets = new LinkedHashSet<>();
    private final List<SortBy> sort = new ArrayList<>();
    private int limit = 20;
    private Optional<String> cursor = Optional.empty();

    private Builder() {}

    public Builder text(TextSearch search) {
      text = Optional.of(search);
      return this;
    }

    public Builder filter(Filter filter) {
      filters.add(filter);
      return this;
    }

    public Builder facet(String field) {
      facets.add(field);
      return this;
    }

    public Builder sort(SortBy by) {
      sort.add(by);
      return this;
    }

    public Builder limit(int most) {
      limit = most;
      return this;
    }

    public Builder cursor(String after) {
      cursor = Optional.of(after);
      return this;
    }

    public SearchRequest build() {
      return new SearchRequest(text, filters, facets, sort, limit, cursor);
    }
  }
}
