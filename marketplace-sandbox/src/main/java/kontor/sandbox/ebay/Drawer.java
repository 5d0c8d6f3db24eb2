package kontor.sandbox.ebay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.sandbox.state.Table;

/**
 * One seller's part of a table. The keys of the seller of the settings stand as they are, as in the
 * time when there was no other; another's begin with a mark and its name.
 */
final class Drawer<V> {

  private static final String MARK = "\u0001";

  private final Table<V> table;
  private final String prefix;

  Drawer(Table<V> table, String seller) {
    this.table = table;
    this.prefix = seller.equals(Seller.LOCAL) ? "" : MARK + seller + MARK;
  }

  Optional<V> get(String key) {
    return table.get(prefix + key);
  }

  /** {@link Table#changedAt}. */
  Optional<Instant> changedAt(String key) {
    return table.changedAt(prefix + key);
  }

  /** All documents, oldest key first; a copy. */
  List<V> all() {
    return table.entries().stream()
        .filter(entry -> mine(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private boolean mine(String key) {
    return prefix.isEmpty() ? !key.startsWith(MARK) : key.startsWith(prefix);
  }

  void put(String key, V value) {
    table.put(prefix + key, value);
  }

  void remove(String key) {
    table.remove(prefix + key);
  }
}
