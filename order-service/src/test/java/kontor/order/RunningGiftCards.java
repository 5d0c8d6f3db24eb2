package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kontor.access.Caller;
import kontor.access.Role;
import kontor.access.TestGateway;
import kontor.contracts.GiftCardId;
import kontor.contracts.OrderId;

/** The service with gift cards in it and guests who pay with them. */
abstract class RunningGiftCards extends RunningOrderService {

  static final String CARDS = "/api/admin/gift-cards";

  HttpResponse<String> issue(String key, String body) {
    return manager("POST", CARDS, body, key);
  }

  HttpResponse<String> manager(String method, String path, String body, String key) {
    Map<String, String> headers = key.isEmpty() ? Map.of() : Map.of("Idempotency-Key", key);
    return TestGateway.send(method, TestGateway.MANAGER, url(path), body, headers);
  }

  String state(OrderId order) {
    return read(manager(order).body(), "$.status");
  }

  OrderId confirmed(Buyer buyer, Card card) {
    OrderId order = order(buyer.order(card));
    grant(order);
    await().until(() -> state(order).equals("CONFIRMED"));
    return order;
  }

  static <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work);
  }

  static <T> List<T> together(List<CompletableFuture<T>> work) {
    return work.stream().map(CompletableFuture::join).toList();
  }

  /** A new gift card. */
  final class Card {
    final String key = UUID.randomUUID().toString();
    final GiftCardId id;
    final String code;

    Card(String amount) {
      HttpResponse<String> made =
          issue(key, "{'amount':{'amount':'" + amount + "','currency':'EUR'}}");
      assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
      id = new GiftCardId(RunningOrderService.read(made.body(), "$.id"));
      code = RunningOrderService.read(made.body(), "$.code");
    }

    String read(String path) {
      return RunningOrderService.read(manager("GET", CARDS + "/" + id, "", "").body(), "$." + path);
    }
  }

  /** A guest with a cart. */
  final class Buyer {
    private final Caller caller = new Caller("guest:" + UUID.randomUUID(), Set.of(Role.GUEST));
    private final String key = UUID.randomUUID().toString();
    private final String cart;

    Buyer(String sku, int units) {
      String lines = "{'lines':[{'sku':'" + sku + "','quantity':" + units + "}]}";
      cart = read(TestGateway.post(caller, url("/api/shop/carts"), lines).body(), "$.id");
    }

    String toPay() {
      String seen = TestGateway.get(caller, url("/api/shop/carts/" + cart)).body();
      return read(seen, "$.quote.grand.amount");
    }

    HttpResponse<String> order(Card card) {
      return pay(card.code);
    }

    HttpResponse<String> pay(String code) {
      return order("'method':'gift-card','giftCard':{'code':'" + code + "'},");
    }

    HttpResponse<String> order(String more) {
      return TestGateway.send(
          "POST",
          caller,
          url("/api/shop/carts/" + cart + "/checkout"),
          "{'email':'anna@example.org'," + more + ADDRESS + "}",
          Map.of("Idempotency-Key", key));
    }

    HttpResponse<String> balance(String code) {
      return TestGateway.post(
          caller, url("/api/shop/gift-cards/balance"), "{'code':'" + code + "'}");
    }
  }
}
