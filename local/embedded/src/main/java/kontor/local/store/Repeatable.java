package kontor.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.util.Collection;
import java.util.List;

/**
 * Refuses the few commands that would come out differently when the journal is read back, because
 * the server chooses a value: the present moment, or the {@code _id} of an upsert.
 */
final class Repeatable {

  private Repeatable() {}

  static void check(Document command) throws BadValueException {
    for (Object entry : updates(command)) {
      if (entry instanceof Document update) {
        check(update, document(update, "q", "query"), document(update, "u", "update"));
      }
    }
  }

  /** An update command holds several changes, findAndModify is one itself. */
  private static Collection<?> updates(Document command) {
    return command.get("updates") instanceof Collection<?> several ? several : List.of(command);
  }

  private static void check(Document entry, Document query, Document change)
      throws BadValueException {
    if (change.containsKey("$currentDate")) {
      throw new BadValueException(
          "$currentDate is not kept by this store: send the time with $set");
    }
    boolean named =
        query.containsKey("_id")
            || change.containsKey("_id")
            || document(change, "$setOnInsert", "$setOnInsert").containsKey("_id");
    if (Boolean.TRUE.equals(entry.get("upsert")) && !named) {
      throw new BadValueException("an upsert in this store must name the _id");
    }
  }

  private static Document document(Document parent, String key, String otherKey) {
    if (parent.get(key) instanceof Document document) {
      return document;
    }
    return parent.get(otherKey) instanceof Document document ? document : new Document();
  }
}
