package kontor.local.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * The shortest journal that leads to the present state: every collection created, its indexes, and
 * its documents in large batches. The caller keeps writers away meanwhile.
 */
final class Snapshot {

  private static final int BATCH = 1_000;

  private final MongoBackend backend;
  private final Channel channel;

  Snapshot(MongoBackend backend, Channel channel) {
    this.backend = backend;
    this.channel = channel;
  }

  void writeTo(Journal journal) throws IOException {
    for (Document database : list("admin", "listDatabases", "databases")) {
      String name = field(database, "name", String.class);
      for (Document collection : firstBatch(name, new Document("listCollections", 1))) {
        write(name, collection, journal);
      }
    }
  }

  private void write(String database, Document description, Journal journal) throws IOException {
    String name = field(description, "name", String.class);
    if (name.startsWith("system.")) {
      return;
    }
    Document create = new Document("create", name);
    if (description.get("options") instanceof Document options) {
      options.forEach(create::putIfNotNull);
    }
    journal.append(new JournalEntry(database, create));
    List<Document> indexes = firstBatch(database, new Document("listIndexes", name));
    journal.append(
        new JournalEntry(database, new Document("createIndexes", name).append("indexes", indexes)));
    writeDocuments(database, name, journal);
  }

  private void writeDocuments(String database, String name, Journal journal) throws IOException {
    MongoCollection<?> collection = backend.resolveDatabase(database).resolveCollection(name, true);
    List<Document> batch = new ArrayList<>(BATCH);
    Iterator<Document> documents = collection.queryAllAsStream().iterator();
    while (documents.hasNext()) {
      batch.add(documents.next());
      if (batch.size() == BATCH) {
        journal.append(insert(database, name, batch));
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      journal.append(insert(database, name, batch));
    }
  }

  private JournalEntry insert(String database, String collection, List<Document> documents) {
    Document command = new Document("insert", collection).append("documents", documents);
    return new JournalEntry(database, command.append("ordered", true));
  }

  private List<Document> firstBatch(String database, Document command) {
    Document reply =
        backend.handleCommand(channel, database, command.keySet().iterator().next(), command);
    return documents(field(field(reply, "cursor", Document.class), "firstBatch", Iterable.class));
  }

  private List<Document> list(String database, String command, String key) {
    Document reply = backend.handleCommand(channel, database, command, new Document(command, 1));
    return documents(field(reply, key, Iterable.class));
  }

  private static <T> T field(Document document, String key, Class<T> type) {
    return type.cast(Objects.requireNonNull(document.get(key), key));
  }

  private static List<Document> documents(Iterable<?> values) {
    List<Document> documents = new ArrayList<>();
    values.forEach(value -> documents.add((Document) value));
    return documents;
  }
}
