package kontor.connector.listing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import kontor.contracts.Sku;

/**
 * Which articles are compared next: some that the marketplace hints at, then all in turn. However
 * much is hinted at, the turn goes on.
 */
final class Turns {

  private static final int AT_A_TIME = 20;
  private static final int MOST_HINTED = 10;

  /** More is not remembered: each is compared in its turn. */
  private static final int REMEMBERED = 1_000;

  private final Set<Sku> hinted = new LinkedHashSet<>();
  private String last = "";

  /**
   * Any thread may say so.
   *
   * @param there its SKU at the marketplace
   */
  synchronized void hint(Sku there) {
    if (hinted.size() < REMEMBERED) {
      hinted.add(there);
    }
  }

  /**
   * After the last one it begins anew.
   *
   * @param ours which article of ours a SKU of the marketplace's is
   */
  Set<Sku> next(Collection<Sku> skus, UnaryOperator<Sku> ours) {
    NavigableSet<String> all = new TreeSet<>();
    skus.forEach(sku -> all.add(sku.value()));
    Set<Sku> next = new LinkedHashSet<>();
    for (Sku there : takeHinted()) {
      Sku sku = ours.apply(there);
      if (all.contains(sku.value())) {
        next.add(sku);
      }
    }
    int room = AT_A_TIME - next.size();
    List<Sku> inTurn = all.tailSet(last, false).stream().limit(room).map(Sku::new).toList();
    last = inTurn.size() < room ? "" : inTurn.get(inTurn.size() - 1).value();
    next.addAll(inTurn);
    return next;
  }

  private synchronized List<Sku> takeHinted() {
    List<Sku> taken = hinted.stream().limit(MOST_HINTED).toList();
    taken.forEach(hinted::remove);
    return taken;
  }
}
