package kontor.connector.worklist;

import java.util.List;
import java.util.Optional;

/** Where the work list is kept, by {@link WorkItem#id()}. */
public interface WorkItems {

  Optional<WorkItem> find(String id);

  /** Those whose id begins so, in order. */
  List<WorkItem> of(String prefix);

  void put(WorkItem item);

  void remove(String id);
}
