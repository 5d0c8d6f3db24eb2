package kontor.connector.channel;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;

/**
 * A sale as a marketplace reports it, in our words.
 *
 * @param changed tells one report from a later one
 * @param fulfilledThere whether the marketplace ships it from stock of its own warehouse
 * @param buyer personal data, which stays in this service
 */
public record ReportedOrder(
    String externalId,
    State state,
    Instant placedAt,
    Instant changed,
    CountryCode country,
    List<MarketplaceLine> lines,
    Money shipping,
    Money total,
    Buyer buyer,
    boolean fulfilledThere,
    Afterwards afterwards) {

  public ReportedOrder {
    lines = List.copyOf(lines);
  }

  /** The same with other names of the articles. */
  public ReportedOrder named(UnaryOperator<Sku> names) {
    List<MarketplaceLine> renamed =
        lines.stream()
            .map(
                line ->
                    new MarketplaceLine(
                        line.externalLineId(),
                        names.apply(line.sku()),
                        line.title(),
                        line.quantity(),
                        line.total()))
            .toList();
    return new ReportedOrder(
        externalId,
        state,
        placedAt,
        changed,
        country,
        renamed,
        shipping,
        total,
        buyer,
        fulfilledThere,
        afterwards);
  }

  /** What it means for us. */
  public enum State {
    /** The marketplace still waits for the money. */
    WAITING,
    /** To be fulfilled, or fulfilled already. */
    PAID,
    CANCELLED
  }

  /** Who gets the parcel. */
  public record Buyer(
      String userName,
      String name,
      String email,
      String street,
      String postalCode,
      String city,
      String country) {}
}
