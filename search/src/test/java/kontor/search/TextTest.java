package kontor.search;

import static kontor.search.Assortment.DE;
import static kontor.search.Assortment.EN;
import static kontor.search.Assortment.SCHEMA;
import static kontor.search.Assortment.find;
import static kontor.search.Assortment.german;
import static kontor.search.Assortment.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and what they mean by it. */
class TextTest {

  @TempDir Path folder;

  private SearchIndex index;

  @BeforeEach
  void open() throws IOException {
    index = SearchIndex.open(folder, SCHEMA);
    index.put("key", 1, german("Schlüsselbrett aus Eiche"));
    index.put("street", 1, german("Straßenschild Größe L"));
    index.put("apples", 1, german("Saftige Äpfel, frisch vom Baum"));
    index.put(
        "shoes",
        1,
        SearchDocument.builder()
            .text("name", EN, "The children's running shoes")
            .text("description", DE, "Schuhe für Müller & Söhne")
            .text("note", "Fach 12/B, Müsli")
            .build());
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Schlüsselbrett, key",
    "schlüsselbretter, key",
    "SCHLUESSELBRETT, key",
    "schlusselbrett, key",
    "schlues, key",
    "Schlü, key",
    "strassenschild, street",
    "STRASSENSCHILD, street",
    "groesse, street",
    "Große, street",
    "apfel, apples",
    "aepfel, apples",
    "frischer äpfel, apples",
    "muller, shoes",
    "soehne, shoes",
  })
  void umlautsAreFoundHoweverTheyAreTyped(String typed, String found) {
    assertThat(ids(index, typed)).containsExactly(found);
  }

  @Test
  void allWordsMustOccurButNotAllInOneField() {
    assertThat(ids(index, "eiche schlüsselbrett")).containsExactly("key");
    assertThat(ids(index, "eiche straßenschild")).isEmpty();
  }

  @Test
  void wordsThatAreEverywhereNeedNotOccur() {
    assertThat(ids(index, "das Schlüsselbrett für die Eiche ")).containsExactly("key");
    assertThat(ids(index, "für")).containsExactly("shoes");
  }

  @Test
  void onlyTheLastWordIsStillBeingTypedAndOnlyWithoutASpaceBehind() {
    assertThat(ids(index, "eiche schl")).containsExactly("key");
    assertThat(ids(index, "schl eiche")).isEmpty();
    assertThat(ids(index, "schl ")).isEmpty();
  }

  @Test
  void eachLanguageIsStemmedByItsOwnRules() {
    index.refresh();
    TextSearch english = new TextSearch("shoe run", EN, Map.of("name", 1f));
    assertThat(ids(index.search(SearchRequest.builder().text(english).build())))
        .containsExactly("shoes");
  }

  @Test
  void textOfNoLanguageIsFoldedOnly() {
    index.refresh();
    TextSearch note = new TextSearch("muesli 12", java.util.Locale.ROOT, Map.of("note", 1f));
    assertThat(ids(index.search(SearchRequest.builder().text(note).build())))
        .containsExactly("shoes");
  }

  @Test
  void aMatchInTheMoreImportantFieldComesFirst() {
    index.put("a", 1, SearchDocument.builder().text("description", DE, "Lampe").build());
    index.put("b", 1, german("Lampe"));
    index.refresh();
    SearchRequest request =
        SearchRequest.builder().text(find("lampe")).sort(SortBy.relevance()).build();
    assertThat(ids(index.search(request))).containsExactly("b", "a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "name:*",
        "*",
        "\"",
        "AND OR NOT",
        "[a TO z]",
        "\\",
        "~0.9^99",
        "/.*.*.*x/",
        "💥"
      })
  void whatLooksLikeSyntaxIsJustText(String typed) {
    assertThat(index.search(SearchRequest.builder().text(find(typed)).build())).isNotNull();
  }

  @Test
  void manyShortWordsAreAnsweredQuickly() {
    String typed = "a ".repeat(TextSearch.LONGEST / 2);
    long start = System.nanoTime();
    assertThat(ids(index, typed)).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void tooLongATextIsRefused() {
    assertThatThrownBy(() -> find("x".repeat(257)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("257 characters, at most 256");
  }

  @Test
  void aTextInALanguageTheFieldDoesNotHaveIsRefused() {
    TextSearch french = new TextSearch("clé", java.util.Locale.FRENCH, Map.of("name", 1f));
    assertThatThrownBy(() -> index.search(SearchRequest.builder().text(french).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'fr'");
  }
}
