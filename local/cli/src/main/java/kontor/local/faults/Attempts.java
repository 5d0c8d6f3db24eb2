package kontor.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All requests that ask for the same thing under the same name: an idempotency key, a reference, an
 * RMA. What was answered with yes once has happened; what was only refused has not; all else may
 * have.
 */
record Attempts(String name, List<Entry> entries) {

  /** The requests of some operations, put together by what they call their wish. */
  static List<Attempts> of(List<Entry> history, String nameArgument, List<String> operations) {
    Map<String, List<Entry>> byName = new TreeMap<>();
    for (Entry entry : history) {
      if (operations.contains(entry.operation())) {
        byName.computeIfAbsent(entry.argument(nameArgument), n -> new ArrayList<>()).add(entry);
      }
    }
    List<Attempts> all = new ArrayList<>();
    byName.forEach((name, entries) -> all.add(new Attempts(name, List.copyOf(entries))));
    return all;
  }

  boolean answered() {
    return entries.stream().anyMatch(Entry::ok);
  }

  /** Every answer was no. */
  boolean refused() {
    return entries.stream().allMatch(Entry::refused);
  }

  /** No answer was yes, and not every one was no. */
  boolean unknown() {
    return !answered() && !refused();
  }

  Entry first() {
    return entries.get(0);
  }
}
