package kontor.inventory.stock;

import java.util.ArrayList;
import java.util.List;
import kontor.contracts.stock.GoodsCost;

/**
 * The lots at one place, the oldest first: they leave in that order. A lot that is used up is gone
 * from here.
 *
 * @param owed units that left although there was no lot of them; the next lots make them good
 */
public record Lots(List<Lot> open, int owed) {

  static final Lots NONE = new Lots(List.of(), 0);

  /** Units that came back from buyers lie in one lot, and leave first. */
  private static final String RETURNED = "returned";

  /** Above this number two old ones become one. */
  private static final int MOST = 100;

  public Lots {
    open = List.copyOf(open);
  }

  /**
   * What leaves.
   *
   * @param missing units among it that are in no lot
   */
  record Taken(List<Lot> lots, int missing, Lots rest) {

    GoodsCost cost() {
      return lots.stream().map(Lot::cost).reduce(GoodsCost.ofCents(0, missing), GoodsCost::plus);
    }
  }

  /**
   * What a new lot leads to.
   *
   * @param covered units of it that had left before it came
   * @param cost what those cost
   */
  record Added(Lots lots, int covered, GoodsCost cost) {}

  /** As many as on the shelf; below zero where units are owed. */
  int units() {
    return open.stream().mapToInt(Lot::units).sum() - owed;
  }

  Taken take(int units) {
    List<Lot> taken = new ArrayList<>();
    List<Lot> rest = new ArrayList<>();
    int left = units;
    for (Lot lot : open) {
      int from = Math.min(left, lot.units());
      if (from > 0) {
        taken.add(lot.part(0, from));
      }
      if (from < lot.units()) {
        rest.add(lot.part(from, lot.units()));
      }
      left -= from;
    }
    return new Taken(taken, left, new Lots(rest, owed + left));
  }

  /** Goods that arrived leave after all that is here. */
  Added add(Lot lot) {
    int covered = Math.min(owed, lot.units());
    List<Lot> now = new ArrayList<>(open);
    if (covered < lot.units()) {
      Lot rest = lot.part(covered, lot.units());
      Lot last = now.isEmpty() ? null : now.get(now.size() - 1);
      if (last != null && last.cents().isEmpty() && rest.cents().isEmpty()) {
        now.set(now.size() - 1, last.plus(rest));
      } else {
        now.add(rest);
      }
    }
    return added(now, covered, lot);
  }

  /** Goods that came back leave before all others. */
  Added addReturned(Lot lot) {
    int covered = Math.min(owed, lot.units());
    List<Lot> now = new ArrayList<>(open);
    if (covered < lot.units()) {
      Lot part = lot.part(covered, lot.units());
      Lot rest = new Lot(RETURNED, part.units(), part.cents(), part.receivedAt());
      Lot first = now.isEmpty() ? null : now.get(0);
      if (first != null && first.receipt().equals(RETURNED) && first.joins(rest)) {
        now.set(0, first.plus(rest));
      } else {
        now.add(0, rest);
      }
    }
    return added(now, covered, lot);
  }

  private Added added(List<Lot> now, int covered, Lot lot) {
    GoodsCost cost = covered == 0 ? GoodsCost.ofCents(0, 0) : lot.part(0, covered).cost();
    return new Added(new Lots(bounded(now), owed - covered), covered, cost);
  }

  private static List<Lot> bounded(List<Lot> lots) {
    for (int i = 1; lots.size() > MOST && i < lots.size(); i++) {
      if (lots.get(i - 1).joins(lots.get(i))) {
        lots.set(i - 1, lots.get(i - 1).plus(lots.remove(i)));
      }
    }
    return lots;
  }
}
