package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/** Issues that the director wants Amazon to find: at once, or only when a change takes effect. */
public final class PlannedIssues {

  /** An issue for a SKU; it strikes {@code times} times, {@code late} or at once. */
  public record Planned(String sellerId, String sku, boolean late, int times, ObjectNode issue) {}

  private final Table<Planned> table;

  public PlannedIssues(Store store) {
    this.table = store.table("amazon-planned-issues", Planned.class);
  }

  /** Adds an issue, or replaces the one of the same SKU and time. */
  public void add(Planned planned) {
    table.put(key(planned.sellerId(), planned.sku(), planned.late()), planned);
  }

  private static String key(String sellerId, String sku, boolean late) {
    return sellerId + "|" + late + "|" + sku;
  }

  /** The issue that strikes now. */
  Optional<ObjectNode> strike(String sellerId, String sku, boolean late) {
    String key = key(sellerId, sku, late);
    Optional<Planned> planned = table.get(key);
    planned.ifPresent(one -> spend(key, one));
    return planned.map(Planned::issue);
  }

  private void spend(String key, Planned one) {
    if (one.times() <= 1) {
      table.remove(key);
    } else {
      Planned rest =
          new Planned(one.sellerId(), one.sku(), one.late(), one.times() - 1, one.issue());
      table.put(key, rest);
    }
  }
}
