package kontor.connector.sale;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.Money;
import kontor.contracts.marketplace.AfterSaleEvent;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationConfirmed;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationRequestClosed;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationRequested;
import kontor.contracts.marketplace.AfterSaleEvent.RefundConfirmed;
import kontor.contracts.marketplace.AfterSaleEvent.ReturnReported;
import kontor.contracts.marketplace.AfterSaleEvent.SaleRefunded;
import kontor.contracts.marketplace.AfterSaleEvent.UnitsCancelled;

/**
 * What marketplace and house have told each other of a sale since it was paid.
 *
 * @param fulfilments the marketplace's ids of our parcels that it knows of
 * @param cancelled units per line, by the marketplace's id of it
 * @param wish whether the buyer's wish to cancel is open
 * @param refunded what the buyer got back so far; empty: nothing was said
 * @param returns the marketplace's ids
 * @param confirmed names of our cancellations and refunds that the marketplace has carried out
 */
record Told(
    Set<String> fulfilments,
    Map<String, Integer> cancelled,
    boolean wish,
    Optional<Money> refunded,
    Set<String> returns,
    Set<String> confirmed) {

  static final Told NOTHING =
      new Told(Set.of(), Map.of(), false, Optional.empty(), Set.of(), Set.of());

  Told {
    fulfilments = Set.copyOf(fulfilments);
    cancelled = Map.copyOf(cancelled);
    returns = Set.copyOf(returns);
    confirmed = Set.copyOf(confirmed);
  }

  static String cancellation(String name) {
    return "cancellation " + name;
  }

  static String refund(String name) {
    return "refund " + name;
  }

  Told fulfilled(String id) {
    return new Told(with(fulfilments, id), cancelled, wish, refunded, returns, confirmed);
  }

  Told evolve(AfterSaleEvent event) {
    if (event instanceof UnitsCancelled e) {
      Map<String, Integer> units = new HashMap<>(cancelled);
      e.lines().forEach(line -> units.put(line.externalLineId(), line.quantity().value()));
      return new Told(fulfilments, units, wish, refunded, returns, confirmed);
    }
    if (event instanceof CancellationRequested) {
      return new Told(fulfilments, cancelled, true, refunded, returns, confirmed);
    }
    if (event instanceof CancellationRequestClosed) {
      return new Told(fulfilments, cancelled, false, refunded, returns, confirmed);
    }
    if (event instanceof SaleRefunded e) {
      return new Told(fulfilments, cancelled, wish, Optional.of(e.total()), returns, confirmed);
    }
    if (event instanceof ReturnReported e) {
      return new Told(
          fulfilments, cancelled, wish, refunded, with(returns, e.returnId()), confirmed);
    }
    if (event instanceof CancellationConfirmed e) {
      return confirmed(cancellation(e.cancellation()));
    }
    if (event instanceof RefundConfirmed e) {
      return confirmed(refund(e.refund()));
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private Told confirmed(String name) {
    return new Told(fulfilments, cancelled, wish, refunded, returns, with(confirmed, name));
  }

  private static Set<String> with(Set<String> before, String added) {
    Set<String> now = new HashSet<>(before);
    now.add(added);
    return now;
  }
}
