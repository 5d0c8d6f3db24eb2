package kontor.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.audit.Finding;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;

/** Do the lists that people see say what a replay of the streams says? */
final class ViewAudit {

  private static final int PAGE = 200;

  private final Streams streams;
  private final Map<String, String> status;
  private final Edge manager;

  /**
   * @param status of each order, by its id
   */
  ViewAudit(Streams streams, Map<String, String> status, Edge manager) {
    this.streams = streams;
    this.status = status;
    this.manager = manager;
  }

  List<Finding> findings() {
    return List.of(orders(), levels());
  }

  private Finding orders() {
    Map<String, String> listed = new HashMap<>();
    pages(
        "/api/admin/orders",
        item -> listed.put(item.at("/id").asText(), item.at("/status").asText()));
    return compare("the list of orders equals a replay", status, listed);
  }

  private Finding levels() {
    Map<String, String> listed = new TreeMap<>();
    pages(
        "/api/admin/stock",
        item ->
            listed.put(
                item.at("/sku").asText(),
                item.at("/onHand").asText() + "/" + item.at("/reserved").asText()));
    Map<String, String> replayed = new TreeMap<>();
    streams
        .of("stock")
        .forEach(
            (sku, events) -> {
              for (Object event : events) {
                if (event instanceof StockLevelChanged level) {
                  replayed.put(sku, level.onHand() + "/" + level.reserved());
                }
              }
            });
    return compare("the list of stock levels equals a replay", replayed, listed);
  }

  private static Finding compare(
      String invariant, Map<String, String> replayed, Map<String, String> listed) {
    List<String> wrong = new ArrayList<>();
    replayed.forEach(
        (id, state) -> {
          String shown = listed.remove(id);
          if (!state.equals(shown)) {
            wrong.add(id + " is " + state + ", the list shows " + shown);
          }
        });
    listed.forEach((id, state) -> wrong.add(id + " is shown as " + state + " and does not exist"));
    return new Finding(invariant, replayed.size(), wrong);
  }

  private void pages(String path, java.util.function.Consumer<JsonNode> taker) {
    String cursor = "";
    do {
      String query = "?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + encode(cursor));
      Answer page = manager.get(path + query);
      if (!page.ok()) {
        throw new PlatformException("the list " + path + " answers " + page.text());
      }
      page.body().path("items").forEach(taker);
      cursor = page.at("/next");
    } while (!cursor.isEmpty());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
