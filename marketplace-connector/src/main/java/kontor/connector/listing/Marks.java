package kontor.connector.listing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kontor.contracts.Sku;

/** Articles that may have changed; one that is marked twice is looked at once. */
final class Marks {

  private final Set<Sku> marked = new LinkedHashSet<>();

  synchronized void add(Collection<Sku> skus) {
    marked.addAll(skus);
  }

  synchronized int size() {
    return marked.size();
  }

  synchronized List<Sku> take() {
    List<Sku> taken = List.copyOf(marked);
    marked.clear();
    return taken;
  }
}
