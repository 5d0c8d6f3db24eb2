package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kontor.access.Caller;
import kontor.access.Role;
import kontor.access.TestGateway;
import kontor.contracts.GiftCardId;
import kontor.contracts.OrderId;
import kontor.contracts.Sku;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.order.giftcard.CardDirectory;
import kontor.order.giftcard.GiftCardPayment;
import kontor.order.giftcard.GiftCards;
import kontor.order.payment.PaymentProvider.Authorisation;
import kontor.order.payment.PaymentProvider.Purchase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Orders that are paid with gift cards. */
@ExtendWith(OutputCaptureExtension.class)
class GiftCardServiceTest extends RunningOrderService {

  private static final String CARDS = "/api/admin/gift-cards";

  @Autowired private GiftCardPayment here;
  @Autowired private CardDirectory directory;
  @Autowired private EventStore store;
  @Autowired private MongoDatabase database;

  @Test
  void case89OfTwentyCheckoutsWithOneCardOneIsConfirmedAndNothingIsSpentTwice() {
    offer("KANNE");
    Price fifty = Price.gross(eur("50.00"));
    neighbours.publish("price", "KANNE", new PricesSet(new Sku("KANNE"), List.of(fifty)));
    Card card = new Card("50.00");
    List<Buyer> buyers = IntStream.range(0, 20).mapToObj(i -> new Buyer("KANNE", 1)).toList();
    await().until(() -> buyers.get(0).toPay().equals("50.00"));

    List<OrderId> orders =
        together(buyers.stream().map(b -> async(() -> order(b.order(card)))).toList());
    orders.forEach(this::grant);

    await().until(() -> orders.stream().noneMatch(order -> state(order).equals("PLACED")));
    List<OrderId> paid = orders.stream().filter(o -> state(o).equals("CONFIRMED")).toList();
    assertThat(paid).hasSize(1);
    assertThat(orders.stream().filter(order -> state(order).equals("REJECTED"))).hasSize(19);
    assertThat(card.read("balance.amount")).isEqualTo("0.00");
    assertThat(card.read("held.amount")).isEqualTo("50.00");
    whoComesLateIsToldAtOnceAndKeepsHisCart(card);
    manage(paid.get(0), "ship", "{'carrier':'DHL'}");
    await().until(() -> card.read("held.amount").equals("0.00"));
    assertThat(card.read("balance.amount")).isEqualTo("0.00");
    assertThat(paid(paid.get(0))).containsExactly(eur("50.00"));
  }

  private void whoComesLateIsToldAtOnceAndKeepsHisCart(Card card) {
    Buyer late = new Buyer("TEE", 1);
    HttpResponse<String> refused = late.order(card);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(read(refused.body(), "$.giftCard")).isEqualTo("INSUFFICIENT");
    assertThat(late.order("'method':'test',").statusCode()).as("the key is free").isEqualTo(202);
  }

  @Test
  void aCardPaysEachParcelAndGetsBackWhatIsCancelledAndReturned() {
    Card card = new Card("50.00");
    OrderId order = confirmed(new Buyer("TEE", 3), card); // 32.10 and 4.90 for shipping
    assertThat(card.read("balance.amount")).isEqualTo("13.00");
    manage(order, "parcels", "{'parcel':'A','lines':[{'line':1,'quantity':1}]}");
    manage(order, "parcels/A/ship", "{'carrier':'DHL'}");
    await().until(() -> card.read("orders[0].captures['parcel-A'].amount").equals("15.60"));

    manage(
        order,
        "cancellations",
        "{'cancellation':'C1','reason':'too many','lines':[{'line':1,'quantity':1}]}");
    await().until(() -> card.read("balance.amount").equals("23.70"));
    manage(order, "ship", "{'carrier':'DHL'}");
    await().until(() -> card.read("held.amount").equals("0.00"));
    assertThat(card.read("orders[0].captured.amount")).isEqualTo("26.30");

    manage(order, "returns", "{'rma':'R1','lines':[{'line':1,'quantity':2}]}");
    await().until(() -> refunded(order).equals(List.of(eur("21.40"))));
    assertThat(card.read("orders[0].refunds.R1.amount")).isEqualTo("21.40");
    assertThat(card.read("balance.amount")).isEqualTo("45.10");
    assertThat(paid(order)).containsExactly(eur("15.60"), eur("10.70"));
    theSameStepsAgainMoveNothing(order, card);
  }

  /** As after a crash between the card's step and the order's. */
  private void theSameStepsAgainMoveNothing(OrderId order, Card card) {
    assertThat(here.capture(order, "parcel-A", eur("15.60"))).isEqualTo(eur("15.60"));
    assertThat(here.refund(order, "R1", eur("21.40"))).isEqualTo(eur("21.40"));
    here.reduce(order, "cancelled-C1", eur("10.70"));
    grant(order);
    assertThat(authorise(here, order, "37.00")).isInstanceOf(Authorisation.Authorised.class);
    assertThat(card.read("balance.amount")).isEqualTo("45.10");
    assertThat(card.read("held.amount")).isEqualTo("0.00");
  }

  @Test
  void anOrderThatEndsGivesAllOfItBack() {
    Card card = new Card("15.60");
    OrderId order = confirmed(new Buyer("TEE", 1), card);
    assertThat(card.read("balance.amount")).isEqualTo("0.00");

    manage(order, "cancel", "{'reason':'changed my mind'}");
    await().until(() -> card.read("balance.amount").equals("15.60"));
    assertThat(authorise(here, order, "15.60"))
        .as("late")
        .isInstanceOf(Authorisation.Declined.class);
    assertThat(card.read("balance.amount")).isEqualTo("15.60");
    confirmed(new Buyer("TEE", 1), card);
  }

  @Test
  void twoInstancesTogetherHoldNoMoreThanIsOnACard() {
    Card card = new Card("70.00");
    GiftCards others =
        new GiftCards(
            store.aggregates(GiftCards.TYPE, EventCodec.of(GiftCardEvent.class)),
            directory,
            ZoneId.of("Europe/Berlin"),
            Clock.systemUTC());
    GiftCardPayment there = new GiftCardPayment(others, directory);
    List<Authorisation> answers =
        together(
            IntStream.range(0, 40)
                .mapToObj(i -> async(() -> chosen(i % 2 == 0 ? here : there, card)))
                .toList());

    assertThat(answers.stream().filter(Authorisation.Authorised.class::isInstance)).hasSize(7);
    assertThat(card.read("balance.amount")).isEqualTo("0.00");
  }

  private Authorisation chosen(GiftCardPayment instance, Card card) {
    OrderId order = new OrderId(UUID.randomUUID().toString());
    directory.choose(order, card.id);
    return authorise(instance, order, "10.00");
  }

  private static Authorisation authorise(GiftCardPayment by, OrderId order, String amount) {
    return by.authorise(new Purchase(order, "1", eur(amount), "gift-card", Instant.now()));
  }

  @Test
  void aCodeThatPaysNothingIsRefusedAndGuessingIsPaused() {
    Card blocked = new Card("20.00");
    assertThat(manager("POST", CARDS + "/" + blocked.id + "/block", "{}", "").statusCode())
        .isEqualTo(200);
    Buyer buyer = new Buyer("TEE", 1);
    assertThat(buyer.order("'method':'gift-card',").statusCode()).isEqualTo(400);
    assertThat(buyer.order("'giftCard':{'code':'1'},").statusCode()).isEqualTo(400);
    assertThat(buyer.pay("0000-0000-0000-0001").body()).contains("giftCard.code", "mistyped");

    for (int i = 0; i < 4; i++) {
      HttpResponse<String> wrong = buyer.pay(i == 0 ? blocked.code : "0000-0000-0000-0000");
      assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(422);
    }
    assertThat(buyer.balance("0000-0000-0000-0000").statusCode()).isEqualTo(404);
    HttpResponse<String> paused = buyer.pay(new Card("20.00").code);
    assertThat(paused.statusCode()).as(paused.body()).isEqualTo(429);
    assertThat(paused.headers().firstValue("Retry-After")).isPresent();
    assertThat(buyer.balance(blocked.code).statusCode()).isEqualTo(429);
  }

  @Test
  void aManagerIssuesACardOnceByItsKeyAndSeesItsCodeOnce(CapturedOutput log) {
    Card card = new Card("20.00");
    HttpResponse<String> again = issue(card.key, "{'amount':{'amount':'20.00','currency':'EUR'}}");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(read(again.body(), "$.id")).isEqualTo(card.id.value());
    assertThat(again.body()).doesNotContain(card.code);
    assertThat(issue(card.key, "{'amount':{'amount':'21.00','currency':'EUR'}}").statusCode())
        .isEqualTo(422);

    Buyer buyer = new Buyer("TEE", 1);
    HttpResponse<String> balance =
        buyer.balance(card.code.replace("-", " ").toLowerCase(Locale.ROOT));
    assertThat(read(balance.body(), "$.balance.amount")).isEqualTo("20.00");
    int year = LocalDate.now(ZoneId.of("Europe/Berlin")).getYear();
    assertThat(read(balance.body(), "$.validUntil")).isEqualTo(year + 3 + "-12-31");
    order(buyer.order(card));
    assertThat(manager("GET", CARDS + "?limit=200", "", "").body())
        .contains(card.id.value())
        .doesNotContain(card.code);
    String plain = card.code.replace("-", "");
    database
        .listCollectionNames()
        .forEach(
            name ->
                database
                    .getCollection(name)
                    .find()
                    .forEach(
                        stored -> assertThat(stored.toJson()).doesNotContain(card.code, plain)));
    assertThat(log.getAll()).doesNotContain(card.code, plain);
  }

  @Test
  void whatCannotBeACardIsRefusedWithItsField() {
    assertThat(bad("{}")).contains("\"amount\"");
    assertThat(bad("{'amount':{'amount':'0.00','currency':'EUR'}}")).contains("\"amount\"");
    assertThat(bad("{'amount':{'amount':'-5.00','currency':'EUR'}}")).contains("\"amount\"");
    assertThat(bad("{'amount':{'amount':'1000.01','currency':'EUR'}}")).contains("\"amount\"");
    assertThat(bad("{'amount':{'amount':'5.00','currency':'CHF'}}")).contains("\"amount\"");
    assertThat(bad("{'amount':{'amount':'5.00','currency':'EUR'},'validUntil':'2020-01-01'}"))
        .contains("\"validUntil\"");
    String missing = CARDS + "/" + UUID.randomUUID();
    assertThat(manager("GET", missing, "", "").statusCode()).isEqualTo(404);
    assertThat(manager("POST", missing + "/block", "{}", "").statusCode()).isEqualTo(404);
    assertThat(manager("GET", CARDS + "?cursor=x", "", "").statusCode()).isEqualTo(400);
    assertThat(TestGateway.get(ANNA, url(CARDS)).statusCode()).isEqualTo(403);
  }

  private String bad(String body) {
    HttpResponse<String> refused = issue(UUID.randomUUID().toString(), body);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    return refused.body();
  }

  private HttpResponse<String> issue(String key, String body) {
    return manager("POST", CARDS, body, key);
  }

  private HttpResponse<String> manager(String method, String path, String body, String key) {
    Map<String, String> headers = key.isEmpty() ? Map.of() : Map.of("Idempotency-Key", key);
    return TestGateway.send(method, TestGateway.MANAGER, url(path), body, headers);
  }

  private String state(OrderId order) {
    return read(manager(order).body(), "$.status");
  }

  private OrderId confirmed(Buyer buyer, Card card) {
    OrderId order = order(buyer.order(card));
    grant(order);
    await().until(() -> state(order).equals("CONFIRMED"));
    return order;
  }

  private static <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work);
  }

  private static <T> List<T> together(List<CompletableFuture<T>> work) {
    return work.stream().map(CompletableFuture::join).toList();
  }

  /** A new gift card. */
  private final class Card {
    private final String key = UUID.randomUUID().toString();
    private final GiftCardId id;
    private final String code;

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
  private final class Buyer {
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
