package kontor.connector.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import kontor.connector.channel.Percent;
import kontor.connector.channel.Shipment;
import tools.jackson.databind.JsonNode;

/**
 * Parcels at Amazon (confirmShipment, Orders v0). A parcel is told by a positive number that is
 * unique within the order; the same number again changes the parcel, so ours is made from our name
 * of it and a repetition does no harm.
 */
final class AmazonShipments {

  private final AmazonClient client;
  private final AmazonDocuments documents;

  AmazonShipments(AmazonClient client, AmazonDocuments documents) {
    this.client = client;
    this.documents = documents;
  }

  Optional<String> find(JsonNode order, Shipment shipment) {
    String reference = reference(shipment.parcel());
    for (JsonNode parcel : order.path("packages")) {
      if (parcel.path("packageReferenceId").asString("").equals(reference)
          && units(parcel).equals(units(shipment))) {
        return Optional.of(reference);
      }
    }
    return Optional.empty();
  }

  String confirm(String externalId, Shipment shipment) {
    String reference = reference(shipment.parcel());
    JsonNode unused =
        client.send(
            AmazonLimits.CONFIRM_SHIPMENT,
            "POST",
            "/orders/v0/orders/" + Percent.encode(externalId) + "/shipmentConfirmation",
            documents.shipment(shipment, reference));
    return reference;
  }

  private static String reference(String parcel) {
    if (parcel.matches("[1-9][0-9]{0,8}")) {
      return parcel;
    }
    CRC32 checksum = new CRC32();
    checksum.update(parcel.getBytes(UTF_8));
    return Long.toString(checksum.getValue() + 1_000_000_000L);
  }

  private static Map<String, Integer> units(JsonNode parcel) {
    Map<String, Integer> units = new HashMap<>();
    parcel
        .path("packageItems")
        .forEach(
            item ->
                units.merge(
                    item.path("orderItemId").asString(),
                    item.path("quantity").asInt(),
                    Integer::sum));
    return units;
  }

  private static Map<String, Integer> units(Shipment shipment) {
    Map<String, Integer> units = new HashMap<>();
    shipment
        .lines()
        .forEach(line -> units.merge(line.externalLineId(), line.quantity().value(), Integer::sum));
    return units;
  }
}
