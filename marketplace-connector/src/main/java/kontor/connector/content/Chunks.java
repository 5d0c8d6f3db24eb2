package kontor.connector.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A map that is never changed: a changed one shares all but a small part with the one before, so
 * that tens of thousands of changes can be replayed, and two of them compared, in no time.
 */
public final class Chunks<V> {

  private static final int COUNT = 512;

  private final List<Map<String, V>> chunks;

  private Chunks(List<Map<String, V>> chunks) {
    this.chunks = chunks;
  }

  static <V> Chunks<V> empty() {
    return new Chunks<>(Collections.nCopies(COUNT, Map.of()));
  }

  Optional<V> find(String key) {
    return Optional.ofNullable(chunks.get(place(key)).get(key));
  }

  Chunks<V> with(String key, V value) {
    Map<String, V> chunk = new HashMap<>(chunks.get(place(key)));
    chunk.put(key, value);
    return replaced(key, chunk);
  }

  Chunks<V> without(String key) {
    Map<String, V> chunk = new HashMap<>(chunks.get(place(key)));
    chunk.remove(key);
    return replaced(key, chunk);
  }

  /** The keys under which the other one has something else. */
  Set<String> differing(Chunks<V> other) {
    Set<String> differing = new HashSet<>();
    for (int i = 0; i < COUNT; i++) {
      Map<String, V> mine = chunks.get(i);
      Map<String, V> theirs = other.chunks.get(i);
      if (mine != theirs) {
        Set<String> keys = new HashSet<>(mine.keySet());
        keys.addAll(theirs.keySet());
        keys.stream()
            .filter(key -> !Optional.ofNullable(mine.get(key)).equals(other.find(key)))
            .forEach(differing::add);
      }
    }
    return differing;
  }

  private Chunks<V> replaced(String key, Map<String, V> chunk) {
    List<Map<String, V>> changed = new ArrayList<>(chunks);
    changed.set(place(key), Collections.unmodifiableMap(chunk));
    return new Chunks<>(changed);
  }

  private static int place(String key) {
    return Math.floorMod(key.hashCode(), COUNT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chunks<?> chunked && chunked.chunks.equals(chunks);
  }

  @Override
  public int hashCode() {
    return chunks.hashCode();
  }
}
