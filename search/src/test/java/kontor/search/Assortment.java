package kontor.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The products that the tests search in. */
final class Assortment {

  static final Locale DE = Locale.GERMAN;
  static final Locale EN = Locale.ENGLISH;

  static final Schema SCHEMA =
      Schema.builder()
          .keyword("category")
          .keyword("tag")
          .keyword("brand")
          .text("name", DE, EN)
          .text("description", DE, EN)
          .text("note")
          .sortText("sortName", DE)
          .money("price")
          .number("available")
          .instant("changed")
          .build();

  private Assortment() {}

  static SearchDocument german(String name) {
    return SearchDocument.builder().text("name", DE, name).sortText("sortName", name).build();
  }

  /** The i-th of many products that differ in everything. */
  static SearchDocument numbered(int i) {
    SearchDocument.Builder product =
        SearchDocument.builder()
            .keyword("category", "category-" + i % 7)
            .keywords("tag", List.of("tag-" + i % 3, "tag-" + (i % 5 + 10)))
            .text("name", DE, "Schlüsselbrett Größe " + i)
            .text("name", EN, "key rack size " + i)
            .text("description", DE, "Für die schönsten Häuser der Straße " + i % 100)
            .sortText("sortName", "Brett " + i)
            .money("price", 100L * (i % 1_000))
            .instant("changed", Instant.ofEpochSecond(1_700_000_000L + i))
            .source(("{\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8));
    if (i % 2 == 0) {
      product.number("available", i % 50);
    }
    return product.build();
  }

  static TextSearch find(String words) {
    return new TextSearch(words, DE, java.util.Map.of("name", 3f, "description", 1f));
  }

  static List<String> ids(SearchResult result) {
    return result.hits().stream().map(Hit::id).toList();
  }

  static List<String> ids(SearchIndex index, String words) {
    index.refresh();
    return ids(index.search(SearchRequest.builder().text(find(words)).build()));
  }

  /** All pages, one after the other. */
  static List<String> walk(SearchIndex index, SearchRequest.Builder request) {
    List<String> all = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      SearchResult page = index.search(request.build());
      all.addAll(ids(page));
      next = page.next();
      next.ifPresent(request::cursor);
    }
    return all;
  }
}
