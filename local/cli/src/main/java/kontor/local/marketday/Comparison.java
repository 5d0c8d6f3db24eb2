package kontor.local.marketday;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kontor.audit.Finding;
import kontor.local.audit.Rule;

/** Holds the marketplaces' books of all accounts against ours, rule by rule. */
final class Comparison {

  private final Rule once = new Rule("every sale is one order, every order is a sale");
  private final Rule states = new Rule("what was cancelled on one side is cancelled on the other");
  private final Rule totals = new Rule("totals agree to the cent");
  private final Rule units = new Rule("units of each article agree");
  private final Rule parcels = new Rule("each parcel was told once");
  private final Rule refunds = new Rule("refunds agree to the cent");
  private final Rule listed = new Rule("each article is listed once at each account");
  private final Rule quantities = new Rule("each account shows the quantity that can be promised");
  private final Rule manners = new Rule("no limit was exceeded, no request was misunderstood");
  private final OurBooks ours;
  private final Set<String> wares;

  private Comparison(OurBooks ours, Set<String> wares) {
    this.ours = ours;
    this.wares = wares;
  }

  /**
   * @param ledgers by channel and account
   * @param wares the day's articles; what else is listed is not looked at
   */
  static List<Finding> of(OurBooks ours, Map<String, Ledger> ledgers, Set<String> wares) {
    Comparison comparison = new Comparison(ours, wares);
    ours.twice().forEach(sale -> comparison.once.check(false, sale + " became two orders"));
    ledgers.forEach(comparison::compare);
    return List.of(
        comparison.once.finding(),
        comparison.states.finding(),
        comparison.totals.finding(),
        comparison.units.finding(),
        comparison.parcels.finding(),
        comparison.refunds.finding(),
        comparison.listed.finding(),
        comparison.quantities.finding(),
        comparison.manners.finding());
  }

  private void compare(String key, Ledger ledger) {
    Map<String, Sold> here = ours.sold().getOrDefault(key, Map.of());
    ledger
        .sold()
        .forEach(
            (id, theirs) -> {
              Sold our = here.get(id);
              if (our != null) {
                once.check(true, "");
                compare(key + " " + id, theirs, our);
              } else {
                // nobody paid, or it was over before we could hear of it: no order has to be here
                once.check(
                    theirs.state() != Sold.State.BOUGHT, key + " " + id + " is no order here");
              }
            });
    Set<String> unheardOf = new TreeSet<>(here.keySet());
    unheardOf.removeAll(ledger.sold().keySet());
    unheardOf.forEach(id -> once.check(false, key + " " + id + " was not sold there"));
    ledger.breaches().forEach(breach -> manners.check(false, key + ": " + breach));
    ledger.calls().forEach((operation, calls) -> manners.check(true, ""));
    compareShown(key, ledger.shown());
  }

  private void compare(String sale, Sold theirs, Sold our) {
    states.check(
        theirs.state() == our.state() && theirs.cancelled().equals(our.cancelled()),
        sale
            + told(theirs.state() + " " + theirs.cancelled(), our.state() + " " + our.cancelled()));
    totals.check(
        theirs.total().compareTo(our.total()) == 0, sale + told(theirs.total(), our.total()));
    units.check(theirs.units().equals(our.units()), sale + told(theirs.units(), our.units()));
    parcels.check(
        theirs.parcels().equals(our.parcels()) && theirs.shipped() == our.shipped(),
        sale
            + told(
                theirs.shipped() + " units in " + theirs.parcels(),
                our.shipped() + " units in " + our.parcels()));
    if (our.state() == Sold.State.BOUGHT) {
      refunds.check(
          theirs.refunded().compareTo(our.refunded()) == 0,
          sale + told(theirs.refunded(), our.refunded()));
    }
  }

  private void compareShown(String key, List<Shown> shown) {
    Map<String, List<Shown>> bySku = new TreeMap<>();
    for (Shown one : shown) {
      if (wares.contains(one.sku())) {
        bySku.computeIfAbsent(one.sku(), sku -> new ArrayList<>()).add(one);
      }
    }
    for (String sku : wares) {
      List<Shown> all = bySku.getOrDefault(sku, List.of());
      listed.check(all.size() == 1, key + " lists " + sku + " " + all.size() + " times");
      int promisable = ours.promisable().getOrDefault(sku, 0);
      all.forEach(
          one ->
              quantities.check(
                  one.quantity() == promisable,
                  key + " " + sku + told(one.quantity(), promisable)));
    }
  }

  private static String told(Object theirs, Object ours) {
    return ": there " + theirs + ", here " + ours;
  }
}
