package kontor.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** Tells commands that change data from those that only read. */
final class MutatingCommands {

  private static final Set<String> ALWAYS =
      Set.of(
          "insert",
          "update",
          "delete",
          "findandmodify",
          "create",
          "createindexes",
          "drop",
          "dropindexes",
          "deleteindexes",
          "dropdatabase",
          "renamecollection",
          "collmod");

  private MutatingCommands() {}

  static boolean contains(String name, Document command) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ALWAYS.contains(lower) || (lower.equals("aggregate") && writes(command));
  }

  /** An aggregation writes when one of its stages says where to. */
  private static boolean writes(Document aggregation) {
    return aggregation.get("pipeline") instanceof Collection<?> stages
        && stages.stream()
            .anyMatch(
                stage ->
                    stage instanceof Document document
                        && (document.containsKey("$out") || document.containsKey("$merge")));
  }
}
