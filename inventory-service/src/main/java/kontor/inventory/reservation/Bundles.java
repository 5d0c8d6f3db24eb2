package kontor.inventory.reservation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.reservation.ReservationEvent.ReservedBundle;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;
import kontor.inventory.stock.Assortment;

/**
 * What the bundles of an order are made of. Noted with its reservation: a bundle that is put
 * together anew meanwhile changes nothing of what was held for it.
 *
 * @param parts per bundle, for one piece of it
 */
record Bundles(Map<Sku, List<ReservedLine>> parts) {

  Bundles {
    parts = Map.copyOf(parts);
  }

  static Bundles of(List<ReservedBundle> noted) {
    return new Bundles(
        noted.stream().collect(Collectors.toMap(ReservedBundle::sku, ReservedBundle::parts)));
  }

  /** As they were noted with the reservation, or else as the assortment is now. */
  static Bundles of(Reservation noted, Assortment assortment, List<ReservedLine> units) {
    return noted
        .bundles()
        .orElseGet(() -> now(assortment, units.stream().map(ReservedLine::sku).toList()));
  }

  /** As the assortment is now. */
  static Bundles now(Assortment assortment, Collection<Sku> ordered) {
    Map<Sku, List<ReservedLine>> parts = new TreeMap<>();
    for (Sku sku : ordered) {
      List<ReservedLine> components =
          assortment.components(sku).stream()
              .map(part -> new ReservedLine(part.sku(), part.quantity()))
              .toList();
      if (!components.isEmpty()) {
        parts.put(sku, components);
      }
    }
    return new Bundles(parts);
  }

  /** To be noted, in the order of SKUs. */
  List<ReservedBundle> noted() {
    List<ReservedBundle> noted = new ArrayList<>();
    new TreeMap<>(parts).forEach((sku, made) -> noted.add(new ReservedBundle(sku, made)));
    return noted;
  }

  /** What lies on the shelf for these units, bundles taken apart, in the order of SKUs. */
  List<ReservedLine> articles(List<ReservedLine> units) {
    Map<Sku, Quantity> articles = new TreeMap<>();
    for (ReservedLine line : units) {
      ReservedLine itself = new ReservedLine(line.sku(), new Quantity(1));
      for (ReservedLine part : parts.getOrDefault(line.sku(), List.of(itself))) {
        int needed = Math.multiplyExact(part.quantity().value(), line.quantity().value());
        articles.merge(part.sku(), new Quantity(needed), Quantity::plus);
      }
    }
    return articles.entrySet().stream()
        .map(entry -> new ReservedLine(entry.getKey(), entry.getValue()))
        .toList();
  }
}
