package kontor.eventstore.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.eventstore.Commit;
import kontor.eventstore.StreamId;
import org.bson.Document;

/** The commits of one service. Every question is by {@code _id}: equality or {@code $in}. */
public final class MongoCommits {

  private static final int DUPLICATE_KEY = 11000;
  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  /**
   * How many versions ahead are asked for when a stream is read: few at first, since most are
   * short.
   */
  private static final int READ_FIRST = 8;

  private static final int READ_ON = 64;

  /** The embedded store would send all that is left in one message. */
  private static final int SCAN_BATCH = 1_000;

  private final MongoCollection<Document> commits;

  public MongoCommits(MongoCollection<Document> commits) {
    this.commits = commits;
  }

  /**
   * Stores what does not exist yet and returns the ids of those that did.
   *
   * @throws MongoException when the outcome is unknown
   */
  public Set<String> insert(List<Commit> batch) {
    List<Document> documents = new ArrayList<>(batch.size());
    batch.forEach(commit -> documents.add(CommitDocuments.write(commit)));
    Set<String> taken = new HashSet<>();
    try {
      commits.insertMany(documents, UNORDERED);
    } catch (MongoBulkWriteException e) {
      for (BulkWriteError error : e.getWriteErrors()) {
        if (error.getCode() != DUPLICATE_KEY) {
          throw e;
        }
        taken.add(batch.get(error.getIndex()).id());
      }
      if (e.getWriteConcernError() != null) {
        throw e;
      }
    }
    return taken;
  }

  /** All commits of a stream after the given version, in order. */
  public List<Commit> after(StreamId stream, long version) {
    List<Commit> found = new ArrayList<>();
    long next = version + 1;
    int ahead = READ_FIRST;
    while (true) {
      long limit = next + ahead;
      Map<Long, Commit> read = byVersion(stream, next, limit);
      Commit commit;
      while ((commit = read.get(next)) != null) {
        found.add(commit);
        next = commit.lastVersion() + 1;
      }
      if (next < limit) {
        return found;
      }
      ahead = READ_ON;
    }
  }

  public Optional<Commit> find(String id) {
    return Optional.ofNullable(commits.find(Filters.eq("_id", id)).first())
        .map(CommitDocuments::read);
  }

  public List<Commit> find(List<String> ids) {
    List<Commit> found = new ArrayList<>();
    if (!ids.isEmpty()) {
      commits.find(Filters.in("_id", ids)).map(CommitDocuments::read).into(found);
    }
    return found;
  }

  /** Takes the mark off these commits: the broker has them. */
  public void clearPending(List<String> ids) {
    commits.updateMany(Filters.in("_id", ids), Updates.unset(CommitDocuments.PENDING));
  }

  /** Everything in no particular order: a scan, for an audit and never on the way of a request. */
  public static Iterable<Commit> all(MongoCollection<Document> commits) {
    return commits.find().batchSize(SCAN_BATCH).map(CommitDocuments::read);
  }

  private Map<Long, Commit> byVersion(StreamId stream, long from, long limit) {
    List<String> ids = new ArrayList<>();
    for (long version = from; version < limit; version++) {
      ids.add(Commit.id(stream, version));
    }
    Map<Long, Commit> found = new HashMap<>();
    find(ids).forEach(commit -> found.put(commit.version(), commit));
    return found;
  }
}
