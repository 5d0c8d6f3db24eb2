package kontor.local.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.Commit;
import kontor.eventstore.StreamId;
import kontor.eventstore.mongo.MongoCommits;

/**
 * Every stream of every service as it is stored, decoded. Reads all of it once, for an audit at
 * rest.
 *
 * @param entries events per stream in the order of their versions
 * @param pending commits that are not published yet
 */
public record Streams(Map<StreamId, List<Entry>> entries, List<String> pending) {

  /** The services that keep streams. */
  static final List<String> SERVICES = List.of("catalog", "order", "inventory", "connector");

  /**
   * One stored event.
   *
   * @param event the decoded payload; the JSON text where the type is private to its service
   */
  public record Entry(StreamId stream, long version, String type, Object event) {}

  /** Reads the stores of all services. */
  public static Streams read(MongoClient client) {
    EventCodec codec = EventCodec.ofTopics();
    Map<StreamId, List<Entry>> entries = new HashMap<>();
    List<String> pending = new ArrayList<>();
    for (String service : SERVICES) {
      MongoDatabase database = client.getDatabase("kontor_" + service);
      MongoCommits.all(database.getCollection("commits"))
          .forEach(commit -> take(commit, codec, entries, pending));
    }
    entries.values().forEach(list -> list.sort(Comparator.comparingLong(Entry::version)));
    return new Streams(entries, pending);
  }

  private static void take(
      Commit commit, EventCodec codec, Map<StreamId, List<Entry>> entries, List<String> pending) {
    List<Entry> stream = entries.computeIfAbsent(commit.stream(), id -> new ArrayList<>());
    commit
        .events()
        .forEach(
            event -> {
              byte[] json = event.json().getBytes(java.nio.charset.StandardCharsets.UTF_8);
              Object decoded = codec.read(event.type(), json).orElse(event.json());
              stream.add(new Entry(event.stream(), event.version(), event.type(), decoded));
            });
    if (commit.pending()) {
      pending.add(commit.id());
    }
  }

  /** The streams of one category by their id. */
  public Map<String, List<Object>> of(String category) {
    Map<String, List<Object>> found = new TreeMap<>();
    entries.forEach(
        (stream, list) -> {
          if (stream.category().equals(category)) {
            found.put(stream.id(), list.stream().map(Entry::event).toList());
          }
        });
    return found;
  }
}
