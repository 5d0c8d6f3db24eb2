package kontor.connector.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.Cancellation;
import kontor.connector.channel.Offer;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Pushed;
import kontor.connector.channel.Shipment;
import kontor.connector.partner.PartnerTable.Row;
import kontor.contracts.Money;

/** The files that a partner gets from us; he answers to each row. */
final class PartnerFiles {

  private static final List<String> RESULTS = List.of("key", "result");

  private final PartnerClient client;
  private final String pictureUrl;

  PartnerFiles(PartnerClient client, Account account) {
    this.client = client;
    pictureUrl = account.find(PartnerFields.PICTURE_URL).orElse("");
  }

  /** Everything there is to say of an article. */
  void offer(Offer offer) {
    List<String> header =
        List.of("sku", "gtin", "title", "description", "price", "currency", "quantity", "pictures");
    List<String> row =
        List.of(
            offer.sku().value(),
            offer.gtin() == null ? "" : offer.gtin().value(),
            offer.title(),
            offer.description(),
            client.format().write(offer.price()),
            currency(offer.price()),
            Integer.toString(offer.quantity().value()),
            String.join(" ", offer.images().stream().map(this::absolute).toList()));
    accepted(client.send("PUT", "offers.csv", header, List.of(row), RESULTS));
  }

  /** Price and quantity alone: what a file does not name stays as it is. */
  List<Pushed> figures(List<PriceAndQuantity> figures) {
    List<List<String>> rows = new ArrayList<>();
    for (PriceAndQuantity one : figures) {
      rows.add(
          List.of(
              one.sku().value(),
              client.format().write(one.price()),
              currency(one.price()),
              Integer.toString(one.quantity().value())));
    }
    List<String> header = List.of("sku", "price", "currency", "quantity");
    Map<String, String> results = new HashMap<>();
    client
        .send("PUT", "offers.csv", header, rows, RESULTS)
        .forEach(row -> results.put(row.get("key"), objection(row).orElse("")));
    return figures.stream().map(one -> pushed(one, results)).toList();
  }

  private static Pushed pushed(PriceAndQuantity one, Map<String, String> results) {
    String objection =
        results.getOrDefault(one.sku().value(), "the partner's answer leaves it out");
    return objection.isEmpty() ? Pushed.applied(one.sku()) : Pushed.refused(one.sku(), objection);
  }

  /** A parcel that is told again changes nothing. */
  void shipment(String order, Shipment shipment) {
    List<String> header =
        List.of("order", "parcel", "carrier", "tracking", "shipped", "line", "quantity");
    List<List<String>> rows = new ArrayList<>();
    for (Shipment.Line line : shipment.lines()) {
      rows.add(
          List.of(
              order,
              shipment.parcel(),
              shipment.carrier(),
              shipment.trackingNumber() == null ? "" : shipment.trackingNumber(),
              shipment.shippedAt().toString(),
              line.externalLineId(),
              Integer.toString(line.quantity().value())));
    }
    accepted(client.send("POST", "shipments.csv", header, rows, RESULTS));
  }

  /**
   * A cancellation that is told again changes nothing; without a line it is of all that is open.
   */
  void cancellation(String order, Cancellation cancellation) {
    List<String> header = List.of("order", "cancellation", "reason", "line", "quantity");
    List<List<String>> rows = new ArrayList<>();
    String reason = cancellation.reason().name();
    if (cancellation.whole()) {
      rows.add(List.of(order, cancellation.id(), reason, "", ""));
    } else {
      for (Cancellation.Line line : cancellation.lines()) {
        String units = Integer.toString(line.quantity().value());
        rows.add(List.of(order, cancellation.id(), reason, line.externalLineId(), units));
      }
    }
    accepted(client.send("POST", "cancellations.csv", header, rows, RESULTS));
  }

  private static void accepted(List<Row> results) {
    if (results.isEmpty()) {
      throw PartnerClient.refused("the partner's answer has no rows", null);
    }
    for (Row row : results) {
      objection(row)
          .ifPresent(
              why -> {
                throw PartnerClient.refused(why, null);
              });
    }
  }

  private static Optional<String> objection(Row row) {
    if (row.fault().isEmpty() && row.get("result").equals("ok")) {
      return Optional.empty();
    }
    String reason = row.get("reason").isEmpty() ? row.get("result") : row.get("reason");
    return Optional.of(row.get("key") + ": " + (row.fault().isEmpty() ? reason : row.fault()));
  }

  private String absolute(String image) {
    return image.startsWith("/") ? pictureUrl + image : image;
  }

  private static String currency(Money price) {
    return price.currency().getCurrencyCode();
  }
}
