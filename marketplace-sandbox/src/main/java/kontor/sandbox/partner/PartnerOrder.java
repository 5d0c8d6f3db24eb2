package kontor.sandbox.partner;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A sale of one article.
 *
 * @param parcels units by the seller's name of the parcel
 * @param cancellations units by the seller's name of the cancellation
 */
public record PartnerOrder(
    String id,
    State state,
    Instant placed,
    Instant changed,
    String sku,
    String title,
    int quantity,
    String lineTotal,
    String currency,
    String country,
    Map<String, Integer> parcels,
    Map<String, Integer> cancellations) {

  public PartnerOrder {
    parcels = Map.copyOf(parcels);
    cancellations = Map.copyOf(cancellations);
  }

  /** How far it is. */
  public enum State {
    PAID,
    CANCELLED
  }

  int cancelled() {
    return state == State.CANCELLED ? quantity : sum(cancellations);
  }

  int open() {
    return quantity - sum(parcels) - cancelled();
  }

  private static int sum(Map<String, Integer> units) {
    return units.values().stream().mapToInt(Integer::intValue).sum();
  }

  PartnerOrder with(
      State other, Map<String, Integer> sent, Map<String, Integer> ended, Instant at) {
    return new PartnerOrder(
        id, other, placed, at, sku, title, quantity, lineTotal, currency, country, sent, ended);
  }

  List<String> row() {
    return List.of(
        id,
        state.name().toLowerCase(Locale.ROOT),
        placed.toString(),
        changed.toString(),
        "1",
        sku,
        title,
        Integer.toString(quantity),
        Integer.toString(cancelled()),
        lineTotal,
        "0,00",
        lineTotal,
        currency,
        country,
        "kunde" + id,
        "Erika Mustermann",
        "Heidestraße 17",
        "51147",
        "Köln",
        "kunde" + id + "@partner.example");
  }
}
