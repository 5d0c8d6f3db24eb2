package kontor.analytics.live.adapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The last things that happened, oldest first, each once. One thread at a time. */
final class LiveRing {

  private final int most;
  private final List<Happening> last = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  LiveRing(int most) {
    this.most = most;
  }

  /** Returns those that were not here before. */
  List<Happening> add(List<Happening> newer) {
    List<Happening> added = newer.stream().filter(one -> ids.add(one.id())).toList();
    last.addAll(added);
    last.sort(Comparator.comparing(Happening::time)); // topics are read side by side
    List<Happening> over = last.subList(0, Math.max(0, last.size() - most));
    over.forEach(one -> ids.remove(one.id()));
    over.clear();
    return added;
  }

  List<Happening> all() {
    return List.copyOf(last);
  }
}
