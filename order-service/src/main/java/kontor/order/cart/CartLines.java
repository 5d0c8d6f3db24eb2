package kontor.order.cart;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.order.cart.CartEvent.GuestCartTaken;
import kontor.order.cart.CartEvent.LineSet;
import kontor.order.cart.CartEvent.SeenLine;
import kontor.order.cart.CartEvent.TakenLine;
import org.jspecify.annotations.Nullable;

/**
 * What is in a cart, in the order in which it was put there.
 *
 * @param taken guests' carts whose lines came over
 */
public record CartLines(Map<Sku, Item> items, Set<String> taken) {

  public static final CartLines NONE = new CartLines(Map.of(), Set.of());

  public CartLines {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    taken = Set.copyOf(taken);
  }

  /**
   * @param seen the price of one unit that the buyer was last shown; absent: nobody knows
   * @param summed how many two carts held when they were merged, if that was more than could be
   *     had; absent: it was not, or the buyer knows
   */
  public record Item(Quantity quantity, @Nullable Money seen, @Nullable Quantity summed) {}

  public Quantity quantity(Sku sku) {
    Item item = items.get(sku);
    return item == null ? Quantity.ZERO : item.quantity();
  }

  /** These lines and one that is wanted. */
  public CartLines set(LineSet line) {
    Map<Sku, Item> now = new LinkedHashMap<>(items);
    if (line.quantity().isZero()) {
      now.remove(line.sku());
    } else {
      now.put(line.sku(), new Item(line.quantity(), line.seen(), null));
    }
    return new CartLines(now, taken);
  }

  CartLines seen(List<SeenLine> lines) {
    Map<Sku, Item> now = new LinkedHashMap<>(items);
    for (SeenLine line : lines) {
      now.computeIfPresent(
          line.sku(), (sku, item) -> new Item(item.quantity(), line.price(), null));
    }
    return new CartLines(now, taken);
  }

  /** Prices are of another form now: what was seen says nothing of them. */
  CartLines unseen() {
    Map<Sku, Item> now = new LinkedHashMap<>(items);
    now.replaceAll((sku, item) -> new Item(item.quantity(), null, item.summed()));
    return new CartLines(now, taken);
  }

  CartLines taken(GuestCartTaken event) {
    Map<Sku, Item> now = new LinkedHashMap<>(items);
    for (TakenLine line : event.lines()) {
      now.put(line.sku(), new Item(line.quantity(), line.seen(), line.summed()));
    }
    Set<String> carts = new HashSet<>(taken);
    carts.add(event.cart());
    return new CartLines(now, carts);
  }
}
