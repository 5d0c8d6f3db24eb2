package kontor.local.marketday;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;

/** One account at one marketplace of the sandbox: who sells there, who buys, and its books. */
abstract class Stall {

  /** An article and how many of it. */
  record Wish(String sku, int quantity) {}

  private final String marketplace;
  private final String account;
  private final Map<String, Object> seller;

  /**
   * @param seller names the account in the sandbox
   */
  Stall(String marketplace, String account, Map<String, Object> seller) {
    this.marketplace = marketplace;
    this.account = account;
    this.seller = seller;
  }

  String marketplace() {
    return marketplace;
  }

  String channel() {
    return marketplace + "-de";
  }

  /** Channel and account, as the platform's admin API names it. */
  String key() {
    return channel() + "/" + account;
  }

  /** Makes the seller in the sandbox and connects the platform to him; again is fine. */
  abstract void open(Edge sandbox, Edge manager);

  abstract Ledger ledger(Edge sandbox);

  /** Where the sandbox keeps an order. */
  abstract String order(String id);

  /** Returns the marketplace's number of the order; its answer says why if it has none. */
  String buy(Edge sandbox, List<Wish> wishes, boolean paid) {
    Map<String, Object> body = new TreeMap<>(seller);
    body.put("lines", wishes);
    body.put("payment", paid ? "PAID" : "PENDING");
    Answer answer = sandbox.post("/control/" + marketplace + "/purchases", body);
    if (!answer.ok()) {
      throw new PlatformException(key() + " sells nothing: " + answer.text());
    }
    return id(answer.body());
  }

  abstract String id(JsonNode order);

  /** The marketplace's names of the calls that send prices and ask what became of them. */
  abstract List<String> sendingCalls();

  /** How few of them could bring so many new prices; empty where each article takes its own. */
  abstract Optional<Long> fewestCalls(int prices);

  /** Whether the platform can cancel and refund there. */
  boolean goesBackByUs() {
    return true;
  }

  /** The buyer's money has come. */
  Answer pay(Edge sandbox, String id) {
    return sandbox.post(order(id) + "/pay", Map.of());
  }

  /** The marketplace ends it. */
  Answer cancel(Edge sandbox, String id) {
    return sandbox.post(order(id) + "/cancel", Map.of());
  }

  Map<String, Object> seller() {
    return seller;
  }

  final void connect(Edge manager, Map<String, String> settings, Map<String, String> secrets) {
    Map<String, Object> body =
        Map.of(
            "marketplace", marketplace, "country", "DE", "settings", settings, "secrets", secrets);
    ok(manager.put("/api/admin/marketplaces/accounts/" + key(), body));
  }

  static JsonNode ok(Answer answer) {
    if (!answer.ok()) {
      throw new PlatformException(answer.text());
    }
    return answer.body();
  }
}
