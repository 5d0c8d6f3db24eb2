package kontor.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The durable store keeps what it was told, however it ended. */
class EmbeddedStoreTest {

  @TempDir Path folder;

  @Test
  void whatWasWrittenIsThereAfterACleanStop() throws IOException {
    Map<String, List<Document>> before = inStore(EmbeddedStoreTest::everyKindOfCommand);
    assertThat(inStore(database -> {})).isEqualTo(before);
    assertThat(before.get("stock")).isNotEmpty();
  }

  @Test
  void theJournalAloneLeadsToTheSameStateAsTheSnapshot() throws IOException {
    Path copy = folder.resolve("copy");
    Map<String, List<Document>> before;
    try (EmbeddedStore store = EmbeddedStore.durable(folder.resolve("store")).start(0)) {
      before = inStore(store, EmbeddedStoreTest::everyKindOfCommand);
      Files.createDirectories(copy);
      Files.copy(folder.resolve("store/journal"), copy.resolve("journal"));
    }
    try (EmbeddedStore replayed = EmbeddedStore.durable(copy).start(0)) {
      assertThat(inStore(replayed, database -> {})).isEqualTo(before);
    }
  }

  /** More in one message, and in one batch of the snapshot, than a single document may hold. */
  @Test
  void manyLargeDocumentsAtOnceSurvive() throws IOException {
    List<Document> large =
        IntStream.range(0, 1_000)
            .mapToObj(i -> new Document("_id", i).append("text", "ü".repeat(10_000)))
            .toList();
    inStore(database -> database.getCollection("large").insertMany(large));
    for (int restart = 0; restart < 2; restart++) {
      inStore(
          database ->
              assertThat(database.getCollection("large").find().into(new ArrayList<>()))
                  .containsExactlyInAnyOrderElementsOf(large));
    }
  }

  @Test
  void uniqueIndexesAndOptionsSurvive() throws IOException {
    inStore(
        database -> {
          MongoCollection<Document> products = database.getCollection("products");
          products.createIndex(Indexes.ascending("gtin"), new IndexOptions().unique(true));
          products.insertOne(new Document("_id", "A").append("gtin", "4006381333931"));
        });
    inStore(
        database ->
            assertThatThrownBy(
                    () ->
                        database
                            .getCollection("products")
                            .insertOne(new Document("_id", "B").append("gtin", "4006381333931")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000"));
  }

  @Test
  void anEntryThatWasHalfWrittenIsCutOff() throws IOException {
    Path journal = folder.resolve("store/journal");
    Map<String, List<Document>> whole = inStore(EmbeddedStoreTest::everyKindOfCommand);
    byte[] bytes = Files.readAllBytes(journal);
    inStore(database -> database.getCollection("late").insertOne(new Document("_id", 1)));
    byte[] longer = Files.readAllBytes(journal);
    for (int cut : new int[] {bytes.length + 3, bytes.length + 20}) {
      Files.write(journal, Arrays.copyOf(longer, cut));
      assertThat(inStore(database -> {})).containsAllEntriesOf(Map.of("stock", whole.get("stock")));
    }
  }

  @Test
  void damageInTheMiddleIsRefusedAndNamed() throws IOException {
    inStore(EmbeddedStoreTest::everyKindOfCommand);
    Path journal = folder.resolve("store/journal");
    byte[] bytes = Files.readAllBytes(journal);
    bytes[20] ^= 1;
    Files.write(journal, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    assertThatThrownBy(() -> EmbeddedStore.durable(folder.resolve("store")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged at byte 0");
  }

  @Test
  void whatTheServerWouldChooseIsRefusedBecauseItCannotBeReadBack() throws IOException {
    inStore(
        database -> {
          MongoCollection<Document> any = database.getCollection("any");
          assertThatThrownBy(() -> any.updateOne(Filters.eq(1), Updates.currentDate("seen")))
              .hasMessageContaining("$currentDate");
          assertThatThrownBy(
                  () ->
                      any.findOneAndUpdate(
                          Filters.eq("sku", "A"),
                          Updates.inc("n", 1),
                          new FindOneAndUpdateOptions().upsert(true)))
              .hasMessageContaining("must name the _id");
        });
  }

  @Test
  void twoStoresCannotShareAFolder() throws IOException {
    try (EmbeddedStore first = EmbeddedStore.durable(folder).start(0)) {
      assertThat(first.port()).isPositive();
      assertThatThrownBy(() -> EmbeddedStore.durable(folder)).hasMessageContaining("already uses");
    }
  }

  @Test
  void theJournalStaysBoundedWhileRunning() throws IOException {
    JournaledBackend backend = JournaledBackend.open(folder, 100_000);
    for (int i = 0; i < 5_000; i++) {
      backend.handleCommand(
          new io.netty.channel.embedded.EmbeddedChannel(),
          "db",
          "update",
          update("counter", "n", i));
    }
    assertThat(Files.size(folder.resolve("journal"))).isLessThan(150_000);
    backend.close();
    assertThat(Files.size(folder.resolve("journal"))).isLessThan(1_000);
  }

  private static de.bwaldvogel.mongo.bson.Document update(String id, String field, int value) {
    var set = new de.bwaldvogel.mongo.bson.Document("$set", doc(field, value));
    var change = doc("q", doc("_id", id)).append("u", set).append("upsert", true);
    return doc("update", "c").append("updates", List.of(change));
  }

  private static de.bwaldvogel.mongo.bson.Document doc(String key, Object value) {
    return new de.bwaldvogel.mongo.bson.Document(key, value);
  }

  private static void everyKindOfCommand(MongoDatabase database) {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    MongoCollection<Document> stock = database.getCollection("stock");
    stock.insertMany(IntStream.range(0, 2_500).mapToObj(EmbeddedStoreTest::document).toList());
    for (int i = 0; i < 300; i++) {
      int id = random.nextInt(2_500);
      switch (random.nextInt(5)) {
        case 0 -> stock.updateOne(Filters.eq(id), Updates.inc("price", Decimal128.parse("0.10")));
        case 1 -> stock.deleteOne(Filters.eq(id));
        case 2 -> stock.updateOne(Filters.eq(id), Updates.rename("bytes", "octets"));
        case 3 -> stock.findOneAndUpdate(Filters.eq(id), Updates.push("tags", "Größe " + i));
        default ->
            stock.updateOne(
                Filters.eq(-id), Updates.set("new", i), new UpdateOptions().upsert(true));
      }
    }
    database.getCollection("gone").insertOne(new Document("_id", 1));
    database.getCollection("gone").drop();
  }

  private static Document document(int id) {
    return new Document("_id", id)
        .append("name", "Schlüsselbrett Nr. " + id)
        .append("price", Decimal128.parse("19.90"))
        .append("bytes", new byte[] {1, 2, 3})
        .append("parts", List.of(new Document("sku", "A/" + id).append("n", 2L)));
  }

  private Map<String, List<Document>> inStore(Consumer<MongoDatabase> work) throws IOException {
    try (EmbeddedStore store = EmbeddedStore.durable(folder.resolve("store")).start(0)) {
      return inStore(store, work);
    }
  }

  private static Map<String, List<Document>> inStore(
      EmbeddedStore store, Consumer<MongoDatabase> work) {
    try (MongoClient client = MongoClients.create(store.uri())) {
      MongoDatabase database = client.getDatabase("test");
      work.accept(database);
      Map<String, List<Document>> all = new TreeMap<>();
      for (String name : database.listCollectionNames()) {
        all.put(name, sorted(database.getCollection(name)));
      }
      return all;
    }
  }

  private static List<Document> sorted(MongoCollection<Document> collection) {
    return collection.find().sort(Sorts.ascending("_id")).into(new ArrayList<>());
  }
}
