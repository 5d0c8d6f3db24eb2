package kontor.sandbox.amazon.order;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Problem;

/** What a search for orders asks for, checked (model {@code orders_2026-01-01}, searchOrders). */
record Search(boolean byUpdate, Instant from, Optional<Instant> until, String bound) {

  static Search of(Call call, Instant shown) {
    Optional<Instant> created = call.moment("createdAfter");
    Optional<Instant> updated = call.moment("lastUpdatedAfter");
    if (created.isPresent() == updated.isPresent()) {
      throw Problem.INVALID_INPUT.refuse("exactly one of createdAfter and lastUpdatedAfter");
    }
    boolean byUpdate = updated.isPresent();
    String name = byUpdate ? "lastUpdatedBefore" : "createdBefore";
    if (call.parameter(byUpdate ? "createdBefore" : "lastUpdatedBefore").isPresent()) {
      throw Problem.INVALID_INPUT.refuse(name + ": goes with the start of the same kind");
    }
    Instant from = updated.or(() -> created).orElseThrow();
    Optional<Instant> until = call.moment(name);
    if (until.filter(shown::isBefore).isPresent()) {
      throw Problem.INVALID_INPUT.refuse(name + ": must be at least two minutes ago");
    }
    if (until.filter(from::isAfter).isPresent()) {
      throw Problem.INVALID_INPUT.refuse(name + ": before the start");
    }
    return new Search(byUpdate, from, until, bound(call));
  }

  /** All parameters that must stay the same from page to page, in an order of their own. */
  private static String bound(Call call) {
    Map<String, String> all = new TreeMap<>(call.request().query());
    all.remove("paginationToken");
    all.remove("maxResultsPerPage");
    return all.toString();
  }

  Instant moment(AmazonOrder order) {
    return byUpdate ? order.updated() : order.created();
  }

  /** A place in the list: no two orders have the same, and it stays when others are added. */
  String place(AmazonOrder order) {
    return String.format("%015d %s", moment(order).toEpochMilli(), order.orderId());
  }
}
