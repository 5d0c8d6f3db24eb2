package kontor.sandbox.amazon.seller;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kontor.sandbox.document.Json;

/**
 * One of Amazon's shops.
 *
 * @param currency ISO 4217
 * @param warehouse the fulfilment channel code of stock in Amazon's own warehouses there
 */
public record Marketplace(
    String id,
    String name,
    String countryCode,
    String currency,
    String language,
    String domainName,
    String warehouse) {

  private static final Map<String, Marketplace> ALL = read();

  /** The shop of this id. */
  public static Optional<Marketplace> find(String id) {
    return Optional.ofNullable(ALL.get(id));
  }

  /** The shop of an id that is known to exist. */
  public static Marketplace of(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no marketplace " + id));
  }

  private static Map<String, Marketplace> read() {
    Map<String, Marketplace> all = new LinkedHashMap<>();
    for (JsonNode node : Json.resource("/kontor/sandbox/amazon/marketplaces.json")) {
      Marketplace one = Json.value(node, Marketplace.class);
      all.put(one.id(), one);
    }
    return all;
  }
}
