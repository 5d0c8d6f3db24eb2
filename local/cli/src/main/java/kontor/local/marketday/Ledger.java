package kontor.local.marketday;

import java.util.List;
import java.util.Map;

/**
 * A marketplace's own books of one account.
 *
 * @param sold by the marketplace's number of the order
 * @param shown all listings, one that stands there twice as two
 * @param breaches what it complains of: calls beyond a limit, requests that it could not read
 * @param calls by operation, answered or not
 */
record Ledger(
    Map<String, Sold> sold, List<Shown> shown, List<String> breaches, Map<String, Long> calls) {

  Ledger {
    sold = Map.copyOf(sold);
    shown = List.copyOf(shown);
    breaches = List.copyOf(breaches);
    calls = Map.copyOf(calls);
  }
}
