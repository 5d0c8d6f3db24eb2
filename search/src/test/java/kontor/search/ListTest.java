package kontor.search;

import static kontor.search.Assortment.SCHEMA;
import static kontor.search.Assortment.german;
import static kontor.search.Assortment.ids;
import static kontor.search.Assortment.numbered;
import static kontor.search.Assortment.walk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters, facets, orders and pages over ten thousand products. */
class ListTest {

  private static final int COUNT = 10_000;

  @TempDir static Path folder;

  private static SearchIndex index;

  @BeforeAll
  static void fill() throws IOException {
    index = SearchIndex.open(folder, SCHEMA);
    long start = System.nanoTime();
    for (int i = 0; i < COUNT; i++) {
      index.put(id(i), 1, numbered(i));
    }
    index.refresh();
    System.out.println(COUNT + " put in " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @Test
  void theTotalIsExactAndTheSourceComesBack() {
    SearchResult result = index.search(SearchRequest.builder().limit(3).build());
    assertThat(result.total()).isEqualTo(COUNT);
    assertThat(ids(result)).containsExactly("p00000", "p00001", "p00002");
    assertThat(result.hits().get(2).text()).isEqualTo("{\"n\":2}");
  }

  @Test
  void filtersNarrowDownTogether() {
    assertThat(total(Filter.term("category", "category-3"))).isEqualTo(1429);
    assertThat(total(Filter.terms("category", Set.of("category-3", "category-0")))).isEqualTo(2858);
    assertThat(total(Filter.terms("category", Set.of()))).isZero();
    assertThat(total(Filter.range("price", 100, 200))).isEqualTo(20);
    assertThat(total(Filter.atLeast("price", 99_900))).isEqualTo(10);
    assertThat(total(Filter.equal("price", 0))).isEqualTo(10);
    assertThat(total(Filter.exists("available"))).isEqualTo(COUNT / 2);
    assertThat(total(Filter.not(Filter.exists("available")))).isEqualTo(COUNT / 2);
    assertThat(total(Filter.before("changed", Instant.ofEpochSecond(1_700_000_010L))))
        .isEqualTo(10);
    assertThat(total(Filter.since("changed", Instant.ofEpochSecond(1_700_009_990L)))).isEqualTo(10);
    assertThat(total(Filter.term("tag", "tag-1"), Filter.term("tag", "tag-12"))).isEqualTo(667);
    assertThat(total(Filter.anyOf(Filter.equal("price", 0), Filter.equal("price", 100))))
        .isEqualTo(20);
  }

  @Test
  void facetsCountEveryValueAndIgnoreTheFilterOnThemselves() {
    SearchResult result =
        index.search(
            SearchRequest.builder()
                .filter(Filter.term("tag", "tag-1"))
                .facet("tag")
                .facet("category")
                .facet("brand")
                .build());
    assertThat(result.facet("tag"))
        .hasSize(8)
        .contains(new SearchResult.FacetCount("tag-0", 3334))
        .contains(new SearchResult.FacetCount("tag-12", 2000));
    assertThat(result.facet("category").stream().mapToLong(c -> c.count()).sum()).isEqualTo(3333);
    assertThat(result.facet("brand")).isEmpty();
  }

  static Stream<List<SortBy>> orders() {
    return Stream.of(
        List.of(),
        List.of(SortBy.ascending("price")),
        List.of(SortBy.descending("price"), SortBy.ascending("sortName")),
        List.of(SortBy.ascending("category"), SortBy.descending("changed")),
        List.of(SortBy.descending("tag")),
        List.of(SortBy.ascending("available")),
        List.of(SortBy.descending("available")),
        List.of(SortBy.ascending("brand")),
        List.of(SortBy.relevance()));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void pagesShowEachProductOnceInAnyOrder(List<SortBy> order) {
    SearchRequest.Builder request = SearchRequest.builder().limit(200);
    order.forEach(request::sort);
    List<String> all = walk(index, request);
    assertThat(all).hasSize(COUNT);
    assertThat(new HashSet<>(all)).hasSize(COUNT);
  }

  @Test
  void whatLacksTheFieldComesLastEitherWay() {
    for (SortBy order : List.of(SortBy.ascending("available"), SortBy.descending("available"))) {
      List<String> all = walk(index, SearchRequest.builder().limit(200).sort(order));
      assertThat(all.subList(COUNT / 2, COUNT))
          .allMatch(id -> Integer.parseInt(id.substring(1)) % 2 == 1);
    }
  }

  @Test
  void equalsAreOrderedById() {
    List<String> first =
        ids(index.search(SearchRequest.builder().sort(SortBy.ascending("price")).build()));
    assertThat(first.subList(0, 3)).containsExactly("p00000", "p01000", "p02000");
  }

  @Test
  void namesAreSortedAsPeopleSortThem(@TempDir Path other) throws IOException {
    try (SearchIndex names = SearchIndex.open(other, SCHEMA)) {
      List<String> sorted = List.of("Apfel", "Äpfel", "Birne", "öl", "Ofen", "Straße", "Zange");
      sorted.forEach(name -> names.put(name, 1, german(name)));
      names.put("nameless", 1, SearchDocument.builder().build());
      names.refresh();
      SearchRequest.Builder request =
          SearchRequest.builder().limit(2).sort(SortBy.ascending("sortName"));
      assertThat(walk(names, request))
          .containsExactly("Apfel", "Äpfel", "Birne", "Ofen", "öl", "Straße", "Zange", "nameless");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAA", "!!!", "_w", "AQFiAAVwMDAwMAAAAAA"})
  void aBrokenCursorIsRefused(String cursor) {
    assertThatThrownBy(() -> index.search(SearchRequest.builder().cursor(cursor).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cursor");
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    String cursor = index.search(SearchRequest.builder().build()).next().orElseThrow();
    SearchRequest other =
        SearchRequest.builder().sort(SortBy.ascending("price")).cursor(cursor).build();
    assertThatThrownBy(() -> index.search(other)).hasMessageContaining("of another list");
  }

  @Test
  void unknownAndUnfitFieldsAreNamed() {
    assertThatThrownBy(() -> total(Filter.term("colour", "red")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown field 'colour'")
        .hasMessageContaining("category");
    assertThatThrownBy(() -> total(Filter.range("category", 1, 2)))
        .hasMessageContaining("'category' is a keyword, not a number");
    assertThatThrownBy(
            () -> index.search(SearchRequest.builder().sort(SortBy.ascending("name")).build()))
        .hasMessageContaining("'name' is text and cannot be sorted by");
    assertThatThrownBy(() -> index.search(SearchRequest.builder().facet("price").build()))
        .hasMessageContaining("'price' is money, not a keyword");
  }

  @Test
  void aPageHasItsLimits() {
    assertThatThrownBy(() -> SearchRequest.builder().limit(201).build())
        .hasMessageContaining("1 to 200, not 201");
    assertThatThrownBy(() -> SearchRequest.builder().limit(0).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void searchesAreQuick() {
    SearchRequest request =
        SearchRequest.builder()
            .text(Assortment.find("schluesselbrett größe 12"))
            .filter(Filter.range("price", 0, 90_000))
            .facet("category")
            .sort(SortBy.relevance())
            .build();
    IntStream.range(0, 200).forEach(i -> index.search(request));
    long start = System.nanoTime();
    IntStream.range(0, 200).forEach(i -> index.search(request));
    long micros = (System.nanoTime() - start) / 200_000;
    System.out.println("text, filter and facet: " + micros + " µs");
    assertThat(micros).isLessThan(50_000);
  }

  private static long total(Filter... filters) {
    SearchRequest.Builder request = SearchRequest.builder();
    List.of(filters).forEach(request::filter);
    return index.search(request.build()).total();
  }

  private static String id(int i) {
    return String.format("p%05d", i);
  }
}
