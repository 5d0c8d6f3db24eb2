package kontor.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.sandbox.document.Json;
import org.jspecify.annotations.Nullable;

/**
 * Documents by key, in the order in which they came. Used inside {@link Store#change} only, which
 * gives one thread at a time and writes the changes to the journal.
 */
public final class Table<V> {

  private final String name;
  private final Class<V> type;
  private final Store store;
  private final Map<String, V> rows = new LinkedHashMap<>();
  private final Map<String, Instant> changed = new HashMap<>();

  Table(String name, Class<V> type, Store store) {
    this.name = name;
    this.type = type;
    this.store = store;
  }

  /** The document of this key. */
  public Optional<V> get(String key) {
    return Optional.ofNullable(rows.get(key));
  }

  /** All documents, oldest key first; a copy. */
  public List<V> all() {
    return new ArrayList<>(rows.values());
  }

  /** Whether there is no document. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** All documents with their keys, oldest key first; a copy. */
  public List<Map.Entry<String, V>> entries() {
    return rows.entrySet().stream().map(e -> Map.entry(e.getKey(), e.getValue())).toList();
  }

  /** All documents, newest key first; a copy. */
  public List<V> newestFirst() {
    List<V> all = all();
    Collections.reverse(all);
    return all;
  }

  /**
   * When the document was stored last, by the machine's clock, whatever the marketplaces' time is;
   * empty if an older version stored it.
   */
  public Optional<Instant> changedAt(String key) {
    return Optional.ofNullable(changed.get(key));
  }

  /** Stores a document; a key that exists keeps its place. */
  public void put(String key, V value) {
    rows.put(key, value);
    Instant now = store.machineTime();
    changed.put(key, now);
    store.note(() -> new Change(name, key, Json.tree(value), now));
  }

  /** Forgets a document. */
  public void remove(String key) {
    if (rows.remove(key) != null) {
      changed.remove(key);
      store.note(() -> new Change(name, key, null, null));
    }
  }

  void replay(String key, @Nullable JsonNode value, @Nullable Instant at) {
    changed.remove(key);
    if (value == null) {
      rows.remove(key);
    } else {
      rows.put(key, Json.value(value, type));
    }
    if (at != null) {
      changed.put(key, at);
    }
  }

  void clear() {
    rows.clear();
    changed.clear();
  }

  List<Change> snapshot() {
    List<Change> changes = new ArrayList<>();
    rows.forEach(
        (key, value) -> changes.add(new Change(name, key, Json.tree(value), changed.get(key))));
    return changes;
  }
}
