package kontor.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;

/** The lots of a SKU as the manager sees them. */
final class ShownLots implements CostAudit.Shelves {

  private final Edge manager;

  ShownLots(Edge manager) {
    this.manager = manager;
  }

  @Override
  public CostAudit.Shown of(String sku) {
    String path = "/api/admin/stock/level?sku=" + URLEncoder.encode(sku, StandardCharsets.UTF_8);
    Answer answer = manager.get(path);
    if (!answer.ok()) {
      throw new PlatformException("the level of " + sku + " answers " + answer.text());
    }
    Map<String, Integer> onHand = new HashMap<>();
    Map<String, Integer> lots = new HashMap<>();
    long cents = 0;
    for (JsonNode place : answer.body().path("places")) {
      String location = place.path("location").asText();
      onHand.put(location, place.path("onHand").asInt());
      for (JsonNode lot : place.path("lots")) {
        lots.merge(location, lot.path("quantity").asInt(), Integer::sum);
        cents += cents(lot.at("/cost/amount").asText());
      }
    }
    return new CostAudit.Shown(onHand, lots, cents);
  }

  private static long cents(String amount) {
    return amount.isEmpty() ? 0 : new BigDecimal(amount).movePointRight(2).longValueExact();
  }
}
