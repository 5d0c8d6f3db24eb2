package kontor.sandbox.partner;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import kontor.sandbox.partner.PartnerOrder.State;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/** What the partner knows: offers and orders. Used inside {@link Store#change} only. */
final class PartnerBooks {

  final Table<PartnerOffer> offers;
  final Table<PartnerOrder> orders;
  final Table<String> rawRows;
  private final Store store;
  private final Clock clock;

  PartnerBooks(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    offers = store.table("partner-offers", PartnerOffer.class);
    orders = store.table("partner-orders", PartnerOrder.class);
    rawRows = store.table("partner-raw-rows", String.class);
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Takes a row of offers.csv; why not, if it does not. */
  Optional<String> offer(Map<String, String> row) {
    String sku = row.getOrDefault("sku", "");
    String quantity = row.getOrDefault("quantity", "");
    if (sku.isEmpty() || !quantity.matches("[0-9]{1,7}")) {
      return Optional.of("sku and quantity are needed");
    }
    if (!row.getOrDefault("price", "").matches("[0-9]{1,9},[0-9]{2}")) {
      return Optional.of("price is no amount with a decimal comma");
    }
    Optional<PartnerOffer> known = offers.get(sku);
    if (known.isEmpty() && row.getOrDefault("title", "").isBlank()) {
      return Optional.of("an article that is new needs a title");
    }
    if (known.isEmpty() && row.getOrDefault("pictures", "").isBlank()) {
      return Optional.of("an article that is new needs a picture");
    }
    PartnerOffer before = known.orElseGet(() -> new PartnerOffer(sku, Map.of(), 0));
    offers.put(sku, before.with(row, Integer.parseInt(quantity)));
    return Optional.empty();
  }

  /** Empty if there is no such offer or not enough of it. */
  Optional<PartnerOrder> buy(String sku, int units, String country) {
    Optional<PartnerOffer> offer = offers.get(sku).filter(one -> one.quantity() >= units);
    return offer.map(
        one -> {
          offers.put(sku, one.sell(units));
          BigDecimal price = new BigDecimal(one.cell("price").replace(',', '.'));
          String total =
              price.multiply(BigDecimal.valueOf(units)).toPlainString().replace('.', ',');
          String id = "P" + (100_000 + store.next("partner-order"));
          Instant now = now();
          PartnerOrder order =
              new PartnerOrder(
                  id,
                  State.PAID,
                  now,
                  now,
                  sku,
                  one.cell("title"),
                  units,
                  total,
                  one.cell("currency"),
                  country,
                  Map.of(),
                  Map.of());
          orders.put(id, order);
          return order;
        });
  }

  /** Takes a row of shipments.csv; the same parcel again is fine. */
  Optional<String> ship(Map<String, String> row) {
    return change(
        row,
        row.getOrDefault("parcel", ""),
        order -> order.parcels(),
        (order, sent) -> order.with(order.state(), sent, order.cancellations(), now()));
  }

  /** Takes a row of cancellations.csv; the same cancellation again is fine. */
  Optional<String> cancel(Map<String, String> row) {
    return change(
        row,
        row.getOrDefault("cancellation", ""),
        order -> order.cancellations(),
        (order, ended) -> {
          PartnerOrder changed = order.with(order.state(), order.parcels(), ended, now());
          boolean all = changed.cancelled() == order.quantity();
          return all ? changed.with(State.CANCELLED, order.parcels(), ended, now()) : changed;
        });
  }

  private Optional<String> change(
      Map<String, String> row,
      String name,
      Function<PartnerOrder, Map<String, Integer>> known,
      BiFunction<PartnerOrder, Map<String, Integer>, PartnerOrder> how) {
    Optional<PartnerOrder> order = orders.get(row.getOrDefault("order", ""));
    if (order.isEmpty() || name.isEmpty()) {
      return Optional.of("there is no such order, or the row has no name");
    }
    Map<String, Integer> units = new HashMap<>(known.apply(order.get()));
    if (units.containsKey(name)) {
      return Optional.empty();
    }
    String quantity = row.getOrDefault("quantity", "");
    int wanted = quantity.isEmpty() ? order.get().open() : Integer.parseInt(quantity);
    if (wanted < 1 || wanted > order.get().open()) {
      return Optional.of(order.get().open() + " units are open, not " + quantity);
    }
    units.put(name, wanted);
    orders.put(order.get().id(), how.apply(order.get(), units));
    return Optional.empty();
  }

  /** The buyer ends it, or the partner does; empty if it is shipped or ended. */
  Optional<PartnerOrder> end(String id) {
    Optional<PartnerOrder> order =
        orders.get(id).filter(one -> one.parcels().isEmpty() && one.state() == State.PAID);
    order.ifPresent(
        one -> orders.put(id, one.with(State.CANCELLED, Map.of(), one.cancellations(), now())));
    return orders.get(id).filter(one -> order.isPresent());
  }

  List<PartnerOrder> changed(Instant from, Instant to) {
    return orders.all().stream()
        .filter(one -> !one.changed().isBefore(from) && !one.changed().isAfter(to))
        .toList();
  }
}
