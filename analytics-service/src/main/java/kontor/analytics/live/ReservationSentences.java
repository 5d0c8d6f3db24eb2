package kontor.analytics.live;

import java.util.List;
import java.util.Map;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.reservation.ReservationEvent.Allocation;
import kontor.contracts.reservation.ReservationEvent.Reduction;
import kontor.contracts.reservation.ReservationEvent.ReleaseReason;
import kontor.contracts.reservation.ReservationEvent.ReservationAllocated;
import kontor.contracts.reservation.ReservationEvent.ReservationExtended;
import kontor.contracts.reservation.ReservationEvent.ReservationFulfilled;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservationKept;
import kontor.contracts.reservation.ReservationEvent.ReservationReduced;
import kontor.contracts.reservation.ReservationEvent.ReservationRejected;
import kontor.contracts.reservation.ReservationEvent.ReservationReleased;
import kontor.contracts.reservation.ReservationEvent.Shortage;

/** What inventory holds for orders. */
final class ReservationSentences {

  private static final Map<ReleaseReason, Sentence> REASONS =
      Map.of(
          ReleaseReason.CANCELLED, new Sentence("it was cancelled", "sie wurde storniert"),
          ReleaseReason.REJECTED, new Sentence("it was rejected", "sie wurde abgelehnt"),
          ReleaseReason.EXPIRED, new Sentence("the time was over", "die Frist ist vorbei"));

  private final Words words;

  ReservationSentences(Words words) {
    this.words = words;
  }

  Sentence tell(ReservationEvent event) {
    String order = words.order(event.order());
    if (event instanceof ReservationGranted e) {
      return granted(order, e);
    }
    if (event instanceof ReservationRejected e) {
      return rejected(order, e);
    }
    if (event instanceof ReservationReleased e) {
      Sentence reason = REASONS.getOrDefault(e.reason(), new Sentence("", ""));
      return new Sentence(
          "Stock held for order " + order + " is free again: " + reason.english(),
          "Bestand für Bestellung " + order + " ist wieder frei: " + reason.german());
    }
    if (event instanceof ReservationExtended) {
      return new Sentence(
          "Stock for order " + order + " is held longer, until it is paid",
          "Bestand für Bestellung " + order + " bleibt bis zur Zahlung länger reserviert");
    }
    if (event instanceof ReservationKept) {
      return new Sentence(
          "Stock for order " + order + " is held until it ships",
          "Bestand für Bestellung " + order + " bleibt bis zum Versand reserviert");
    }
    if (event instanceof ReservationAllocated e) {
      String places =
          Words.joined(e.allocations().stream().map(Allocation::location).distinct().toList());
      return new Sentence(
          "Order " + order + " is to be picked at " + places,
          "Bestellung " + order + " kommt aus " + places);
    }
    if (event instanceof ReservationReduced e) {
      return reduced(order, e);
    }
    if (event instanceof ReservationFulfilled) {
      return new Sentence(
          "Stock for order " + order + " has left the house",
          "Ware der Bestellung " + order + " ist aus dem Haus");
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }

  private static Sentence granted(String order, ReservationGranted event) {
    Sentence units =
        Words.units(event.lines().stream().mapToLong(line -> line.quantity().value()).sum());
    boolean oversold = !event.oversold().isEmpty();
    String missing = oversold ? missing(event.oversold()) : "";
    int later =
        event.backordered() == null
            ? 0
            : event.backordered().stream().mapToInt(line -> line.quantity().value()).sum();
    return new Sentence(
        units.english()
            + " reserved for order "
            + order
            + (later > 0 ? ", " + later + " of them when they arrive" : "")
            + (oversold ? ", oversold: " + missing : ""),
        units.german()
            + " für Bestellung "
            + order
            + " reserviert"
            + (later > 0 ? ", davon " + later + " nach Eintreffen" : "")
            + (oversold ? ", überverkauft: " + missing : ""));
  }

  private static Sentence reduced(String order, ReservationReduced event) {
    Sentence units =
        Words.units(event.lines().stream().mapToLong(line -> line.quantity().value()).sum());
    boolean picked = event.kind() == Reduction.PICKED;
    return new Sentence(
        units.english()
            + (picked ? " have left the house for order " : " are free again from order ")
            + order,
        units.german()
            + " der Bestellung "
            + order
            + (picked ? " aus dem Haus, der Rest bleibt" : " wieder frei, der Rest bleibt"));
  }

  private static Sentence rejected(String order, ReservationRejected event) {
    String missing = missing(event.shortages());
    return new Sentence(
        "Order " + order + " cannot be reserved, short of " + missing,
        "Bestellung " + order + " nicht reservierbar, es fehlt " + missing);
  }

  /** {@code TEE-1 (2/5)}: what there was, of what was wanted. */
  private static String missing(List<Shortage> shortages) {
    return Words.joined(
        shortages.stream()
            .map(s -> s.sku() + " (" + s.available() + "/" + s.wanted() + ")")
            .toList());
  }
}
