package kontor.catalog.imports.table;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of a table's columns. Case and outer blanks do not count; of two alike, the first. */
public final class Header {

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  public Header(List<String> names) {
    this.names = names.stream().map(String::strip).toList();
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(key(this.names.get(i)), i);
    }
  }

  /** As they are written in the file. */
  public List<String> names() {
    return names;
  }

  public int size() {
    return names.size();
  }

  public boolean has(String name) {
    return places.containsKey(key(name));
  }

  public boolean hasAll(String... wanted) {
    return List.of(wanted).stream().allMatch(this::has);
  }

  /** The first of the names that is there. */
  public Optional<String> any(List<String> wanted) {
    return wanted.stream().filter(this::has).findFirst();
  }

  /** Where the column is, -1 when it is not there. */
  public int place(String name) {
    return places.getOrDefault(key(name), -1);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
