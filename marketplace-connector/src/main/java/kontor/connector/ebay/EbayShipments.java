package kontor.connector.ebay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.Shipment;
import kontor.contracts.Quantity;
import tools.jackson.databind.JsonNode;

/**
 * Parcels at eBay. It has no key against repetition, so a parcel is known again by its tracking
 * number and its lines.
 */
final class EbayShipments {

  private final EbayClient client;
  private final EbayDocuments documents;

  EbayShipments(EbayClient client, EbayDocuments documents) {
    this.client = client;
    this.documents = documents;
  }

  Optional<String> find(String externalId, Shipment shipment) {
    JsonNode known = client.get(path(externalId)).body();
    for (JsonNode one : known.path("fulfillments")) {
      String tracking = one.path("shipmentTrackingNumber").asString("");
      if (tracking.equals(tracking(shipment)) && sameLines(one.path("lineItems"), shipment)) {
        return Optional.of(one.path("fulfillmentId").asString());
      }
    }
    return Optional.empty();
  }

  /** The id stands in the answer's header only. */
  String confirm(String externalId, Shipment shipment) {
    EbayClient.Answer answer =
        client.post(path(externalId), documents.fulfillment(shipment, tracking(shipment)));
    String location = String.valueOf(answer.location());
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static boolean sameLines(JsonNode told, Shipment shipment) {
    List<Shipment.Line> lines = new ArrayList<>();
    for (JsonNode item : told) {
      lines.add(
          new Shipment.Line(
              item.path("lineItemId").asString(), new Quantity(item.path("quantity").asInt())));
    }
    return lines.size() == shipment.lines().size() && lines.containsAll(shipment.lines());
  }

  private static String path(String externalId) {
    return EbayOrderPages.path(externalId) + "/shipping_fulfillment";
  }

  /** eBay takes letters and digits only. */
  private static String tracking(Shipment shipment) {
    String number = shipment.trackingNumber();
    return number == null ? "" : number.replaceAll("[^A-Za-z0-9]", "");
  }
}
