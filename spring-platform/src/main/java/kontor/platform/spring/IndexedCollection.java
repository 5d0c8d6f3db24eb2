package kontor.platform.spring;

import com.mongodb.client.MongoCollection;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * A collection whose indexes are made before it is used for the first time, so that a service
 * starts while its store is away. Making them again is fine.
 */
public final class IndexedCollection {

  private final MongoCollection<Document> collection;
  private final Consumer<MongoCollection<Document>> indexes;
  private volatile boolean made;

  public IndexedCollection(
      MongoCollection<Document> collection, Consumer<MongoCollection<Document>> indexes) {
    this.collection = collection;
    this.indexes = indexes;
  }

  public MongoCollection<Document> get() {
    if (!made) {
      indexes.accept(collection);
      made = true;
    }
    return collection;
  }
}
