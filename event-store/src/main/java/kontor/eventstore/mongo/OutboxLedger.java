package kontor.eventstore.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * Where to look for commits that a crash left unpublished, without a scan and without an index:
 * each batch is noted here before it is stored, and struck out once it is published. A process is
 * an owner whose notes have consecutive numbers, so that another one can ask for them by {@code
 * _id}.
 */
public final class OutboxLedger {

  private static final String OWNERS = "owners";
  private static final int BLOCK = 1000;
  private static final Duration ALIVE = Duration.ofSeconds(60);

  private final MongoCollection<Document> ledger;
  private final String owner;
  private final Clock clock;
  private final TreeSet<Long> open = new TreeSet<>();
  private long next = 1;
  private long reserved;

  /** One batch that may hold unpublished commits. */
  public record Note(String id, List<String> commits) {}

  /**
   * @param owner the instance's lasting name, a tilde, and something new at each start
   */
  public OutboxLedger(MongoCollection<Document> ledger, String owner, Clock clock) {
    this.ledger = ledger;
    this.owner = owner;
    this.clock = clock;
  }

  /** Writes down that these commits are about to be stored. Returns the note's id. */
  public String note(List<String> commits) {
    long number = take();
    String id = id(owner, number);
    ledger.replaceOne(
        Filters.eq("_id", id),
        new Document("_id", id).append("commits", commits),
        new ReplaceOptions().upsert(true));
    return id;
  }

  /** Strikes out notes whose commits are all published, or were never stored. */
  public void strike(List<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    ledger.deleteMany(Filters.in("_id", ids));
    synchronized (this) {
      ids.stream()
          .filter(id -> id.startsWith(owner + "#"))
          .forEach(id -> open.remove(Long.parseLong(id.substring(owner.length() + 1))));
    }
  }

  /** Says that this process lives; others leave its notes alone then. */
  public void heartbeat() {
    synchronized (this) {
      if (reserved > 0) {
        save(reserved);
      }
    }
  }

  /** The notes of processes that live no more. Owners with none left are forgotten. */
  public List<Note> abandoned() {
    List<Note> found = new ArrayList<>();
    for (String other : owners()) {
      Document entry = other.equals(owner) ? null : ledger.find(Filters.eq("_id", other)).first();
      if (entry != null && (sameInstance(other) || !alive(entry))) {
        List<Note> notes = notes(other, entry);
        if (notes.isEmpty()) {
          forget(other);
        }
        found.addAll(notes);
      }
    }
    return found;
  }

  /** Strikes out a note of another process. */
  public void strikeAbandoned(Note note) {
    ledger.deleteOne(Filters.eq("_id", note.id()));
  }

  private List<String> owners() {
    Document owners = ledger.find(Filters.eq("_id", OWNERS)).first();
    return owners == null ? List.of() : owners.getList("ids", String.class);
  }

  /** An earlier life of this instance: it cannot be alive, for we are. */
  private boolean sameInstance(String other) {
    return instance(other).equals(instance(owner));
  }

  private static String instance(String owner) {
    return owner.substring(0, owner.indexOf('~'));
  }

  private boolean alive(Document entry) {
    Instant seen = entry.getDate("seen").toInstant();
    return seen.plus(ALIVE).isAfter(clock.instant());
  }

  private List<Note> notes(String other, Document entry) {
    long to = entry.get("to", Number.class).longValue();
    List<Note> notes = new ArrayList<>();
    for (long from = entry.get("from", Number.class).longValue(); from <= to; from += BLOCK) {
      List<String> ids =
          LongStream.rangeClosed(from, Math.min(to, from + BLOCK - 1))
              .mapToObj(number -> id(other, number))
              .toList();
      ledger
          .find(Filters.in("_id", ids))
          .map(note -> new Note(note.getString("_id"), note.getList("commits", String.class)))
          .into(notes);
    }
    return notes;
  }

  private void forget(String other) {
    ledger.updateOne(Filters.eq("_id", OWNERS), Updates.pull("ids", other));
    ledger.deleteOne(Filters.eq("_id", other));
  }

  private synchronized long take() {
    if (next > reserved) {
      boolean first = reserved == 0;
      save(reserved + BLOCK);
      reserved += BLOCK;
      if (first) {
        ledger.updateOne(
            Filters.eq("_id", OWNERS),
            Updates.addToSet("ids", owner),
            new UpdateOptions().upsert(true));
      }
    }
    open.add(next);
    return next++;
  }

  private void save(long to) {
    ledger.replaceOne(
        Filters.eq("_id", owner),
        new Document("_id", owner)
            .append("from", open.isEmpty() ? next : open.first())
            .append("to", to)
            .append("seen", Date.from(clock.instant())),
        new ReplaceOptions().upsert(true));
  }

  private static String id(String owner, long number) {
    return owner + "#" + number;
  }
}
