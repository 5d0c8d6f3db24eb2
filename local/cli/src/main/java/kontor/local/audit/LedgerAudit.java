package kontor.local.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.audit.Finding;
import kontor.audit.Invariant;
import kontor.audit.Ledgers;
import kontor.audit.Violation;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;

/** Do orders, reservations and stock agree, and did the stock at every moment? */
final class LedgerAudit {

  private static final List<String> CATEGORIES =
      List.of(
          "product", "reservation", "marketplace-order", "order", "promotion-uses", "gift-card");
  private static final Duration GRACE = Duration.ofMinutes(2);
  private static final String UNIQUE = "order numbers are unique";

  private final Ledgers ledgers = new Ledgers();
  private final Map<Invariant, List<String>> wrong = new EnumMap<>(Invariant.class);

  /**
   * @param now uses of promotions whose time was over two minutes before belong to an order
   */
  LedgerAudit(Streams streams, Instant now) {
    for (Invariant invariant : Invariant.values()) {
      wrong.put(invariant, new ArrayList<>());
    }
    for (String category : CATEGORIES) {
      streams.of(category).values().forEach(events -> events.forEach(ledgers::apply));
    }
    streams.of("stock").values().forEach(this::replay);
    ledgers.wrongOrders().forEach(this::note);
    ledgers.lostUses(now.minus(GRACE)).forEach(this::note);
    ledgers.wrongGiftCards().forEach(this::note);
  }

  private void replay(List<Object> events) {
    for (Object event : events) {
      ledgers.apply(event);
      if (event instanceof StockLevelChanged level) {
        ledgers.wrong(level.sku()).forEach(this::note);
      }
    }
  }

  private void note(Violation violation) {
    wrong.getOrDefault(violation.invariant(), List.of()).add(violation.reason());
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Invariant invariant : Invariant.values()) {
      int checked = invariant.ofOrders() ? ledgers.orders().size() : ledgers.stock().size();
      findings.add(
          new Finding(invariant.sentence(), checked, wrong.getOrDefault(invariant, List.of())));
    }
    findings.add(numbers());
    return findings;
  }

  private Finding numbers() {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    ledgers
        .orders()
        .forEach(
            (id, order) -> {
              String number = order.number();
              if (number == null && !order.alreadySold()) {
                twice.add("order " + id + " was never placed");
              } else if (number != null && !seen.add(number)) {
                twice.add("number " + number + " of order " + id + " is taken");
              }
            });
    return new Finding(UNIQUE, ledgers.orders().size(), twice);
  }

  /** The status of each order, by its id. */
  Map<String, String> status() {
    Map<String, String> status = new HashMap<>();
    ledgers.orders().forEach((id, order) -> status.put(id.value(), order.status()));
    return status;
  }
}
