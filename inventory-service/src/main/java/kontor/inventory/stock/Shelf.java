package kontor.inventory.stock;

import kontor.contracts.stock.LocationKind;

/**
 * What lies of a SKU at one place.
 *
 * @param units below zero only if a person books more out than there is
 * @param allocated units that will be picked there for orders
 * @param movements how many movements there were: who counts says up to which he has seen
 */
public record Shelf(LocationKind kind, int units, int allocated, int movements) {

  static final Shelf EMPTY = new Shelf(LocationKind.WAREHOUSE, 0, 0, 0);

  Shelf moved(int delta) {
    return new Shelf(kind, Math.addExact(units, delta), allocated, movements + 1);
  }

  Shelf of(LocationKind kind) {
    return new Shelf(kind, units, allocated, movements);
  }

  Shelf allocating(int delta) {
    return new Shelf(kind, units, allocated + delta, movements);
  }

  /** Units that can be allocated to a further order; none where we do not pick. */
  public int free() {
    return kind == LocationKind.WAREHOUSE ? Math.max(0, units - allocated) : 0;
  }
}
