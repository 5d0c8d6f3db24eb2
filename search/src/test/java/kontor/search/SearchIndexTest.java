package kontor.search;

import static kontor.search.Assortment.SCHEMA;
import static kontor.search.Assortment.german;
import static kontor.search.Assortment.ids;
import static kontor.search.Assortment.numbered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index as a projection: once in effect, and rebuilt when it is lost. */
class SearchIndexTest {

  private static final SearchSettings SLOW =
      new SearchSettings(Duration.ofHours(1), Duration.ofHours(1));

  @TempDir Path folder;

  @Test
  void anOldVersionNeverReplacesANewerOne() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder, SCHEMA, SLOW)) {
      assertThat(index.put("A", 2, german("neu"))).isTrue();
      assertThat(index.put("A", 1, german("alt"))).isFalse();
      index.refresh();
      assertThat(index.put("A", 2, german("noch einmal"))).isFalse();
      assertThat(ids(index, "neu")).containsExactly("A");
    }
  }

  @Test
  void whatWasDeletedDoesNotComeBackWithAnOldVersion() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder, SCHEMA, SLOW)) {
      index.put("A", 1, german("Lampe"));
      assertThat(index.delete("A", 2)).isTrue();
      assertThat(index.put("A", 1, german("Lampe"))).isFalse();
      index.refresh();
      assertThat(index.get("A")).isEmpty();
      assertThat(ids(index, "lampe")).isEmpty();
      assertThat(index.put("A", 3, german("Lampe"))).isTrue();
      assertThat(ids(index, "lampe")).containsExactly("A");
    }
  }

  @Test
  void anyDeliveryThatKeepsTheOrderOfAStreamGivesTheSameIndex() throws IOException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<int[]> history = new ArrayList<>();
    for (int version = 1; version <= 8; version++) {
      for (int id = 0; id < 40; id++) {
        history.add(new int[] {id, version});
      }
    }
    Map<String, String> once = deliver(folder.resolve("once"), history, random);
    for (int run = 0; run < 5; run++) {
      List<int[]> again = redelivered(history, random);
      assertThat(deliver(folder.resolve("again" + run), again, random)).isEqualTo(once);
    }
  }

  /** Streams mixed anew, each in its order, with any stretch of it delivered again. */
  private static List<int[]> redelivered(List<int[]> history, Random random) {
    List<Integer> turns = new ArrayList<>();
    history.forEach(event -> turns.add(event[0]));
    Collections.shuffle(turns, random);
    Map<Integer, Integer> next = new TreeMap<>();
    List<int[]> deliveries = new ArrayList<>();
    for (int id : turns) {
      int version = next.merge(id, 1, Integer::sum);
      for (int from = version - random.nextInt(3); from <= version; from++) {
        deliveries.add(new int[] {id, Math.max(1, from)});
      }
    }
    return deliveries;
  }

  private static Map<String, String> deliver(Path folder, List<int[]> events, Random random)
      throws IOException {
    try (SearchIndex index = SearchIndex.open(folder, SCHEMA, SLOW)) {
      for (int[] event : events) {
        String id = "p" + event[0];
        if ((event[0] + event[1]) % 5 == 0) {
          index.delete(id, event[1]);
        } else {
          index.put(id, event[1], numbered(event[0] * 1_000 + event[1]));
        }
        if (random.nextInt(20) == 0) {
          index.refresh();
        }
      }
      index.refresh();
      Map<String, String> state = new TreeMap<>();
      index
          .search(SearchRequest.builder().limit(200).build())
          .hits()
          .forEach(hit -> state.put(hit.toString(), hit.text()));
      return state;
    }
  }

  @Test
  void itGoesOnWhereItWasCommitted() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder, SCHEMA)) {
      assertThat(index.emptyBecause()).contains("there is no index yet");
      index.put("A", 7, german("Lampe"));
      index.advance("products-0", 42);
      index.advance("products-1", 9);
    }
    try (SearchIndex index = SearchIndex.open(folder, SCHEMA)) {
      assertThat(index.emptyBecause()).isEmpty();
      assertThat(index.positions()).isEqualTo(Map.of("products-0", 42L, "products-1", 9L));
      assertThat(index.put("A", 7, german("anders"))).isFalse();
      assertThat(ids(index, "lampe")).containsExactly("A");
    }
  }

  @Test
  void afterACrashDocumentsAndPositionsAreThoseOfOneCommit() throws IOException {
    Path copy = folder.resolve("copy");
    try (SearchIndex index = SearchIndex.open(folder.resolve("index"), SCHEMA, SLOW)) {
      index.put("A", 1, german("Lampe"));
      index.advance("products-0", 1);
      index.commit();
      index.put("B", 1, german("Lampe"));
      index.advance("products-0", 2);
      index.refresh();
      copy(folder.resolve("index"), copy);
    }
    try (SearchIndex index = SearchIndex.open(copy, SCHEMA)) {
      assertThat(index.positions()).isEqualTo(Map.of("products-0", 1L));
      assertThat(ids(index, "lampe")).containsExactly("A");
    }
  }

  @Test
  void aDamagedIndexStartsEmptyAndSaysSo() throws IOException {
    fill();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
    assertStartsEmpty(SCHEMA, "damaged");
  }

  @Test
  void anIncompleteIndexStartsEmptyAndSaysSo() throws IOException {
    fill();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
        Files.delete(file);
      }
    }
    assertStartsEmpty(SCHEMA, "damaged or incomplete");
  }

  @Test
  void anotherSchemaStartsEmptyAndSaysSo() throws IOException {
    fill();
    assertStartsEmpty(Schema.builder().keyword("category").build(), "schema");
  }

  private void fill() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder, SCHEMA)) {
      index.put("A", 1, german("Lampe"));
      index.advance("products-0", 1);
    }
  }

  private void assertStartsEmpty(Schema schema, String reason) throws IOException {
    try (SearchIndex index = SearchIndex.open(folder, schema)) {
      assertThat(index.emptyBecause()).hasValueSatisfying(why -> assertThat(why).contains(reason));
      assertThat(index.positions()).isEmpty();
      assertThat(index.search(SearchRequest.builder().build()).total()).isZero();
      assertThat(index.put("A", 1, SearchDocument.builder().keyword("category", "x").build()))
          .isTrue();
    }
  }

  @Test
  void itCanBeEmptiedAndFilledAgain() throws IOException {
    fill();
    try (SearchIndex index = SearchIndex.open(folder, SCHEMA)) {
      index.clear();
      assertThat(index.positions()).isEmpty();
      assertThat(index.put("A", 1, german("Lampe"))).isTrue();
    }
  }

  @Test
  void aPutIsSoonFoundByItself() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder, SCHEMA)) {
      index.put("A", 1, german("Lampe"));
      await().atMost(Duration.ofSeconds(5)).until(() -> index.get("A").isPresent());
    }
  }

  @Test
  void twoCannotWriteToOneFolder() throws IOException {
    try (SearchIndex first = SearchIndex.open(folder, SCHEMA)) {
      assertThat(first.positions()).isEmpty();
      assertThatThrownBy(() -> SearchIndex.open(folder, SCHEMA))
          .hasMessageContaining("already uses");
    }
  }

  @Test
  void aDocumentThatDoesNotFitTheSchemaIsRefused() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder, SCHEMA)) {
      SearchDocument unknown = SearchDocument.builder().keyword("colour", "red").build();
      assertThatThrownBy(() -> index.put("A", 1, unknown)).hasMessageContaining("'colour'");
      SearchDocument twice = SearchDocument.builder().money("price", 1).money("price", 2).build();
      assertThatThrownBy(() -> index.put("A", 1, twice)).hasMessageContaining("two values");
      SearchDocument wrong = SearchDocument.builder().number("category", 1).build();
      assertThatThrownBy(() -> index.put("A", 1, wrong)).hasMessageContaining("is a keyword");
      assertThat(index.get("A")).isEmpty();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }
}
