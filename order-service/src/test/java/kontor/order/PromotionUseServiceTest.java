package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kontor.access.Caller;
import kontor.access.Role;
import kontor.access.TestGateway;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import kontor.contracts.promotion.PromotionUseEvent;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.eventstore.Origin;
import kontor.order.promotion.LimitedPromotions;
import kontor.order.promotion.Redeemer;
import kontor.order.promotion.UseHolds;
import kontor.order.promotion.adapter.MongoGuestCustomers;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Promotions that only so many orders may use. */
class PromotionUseServiceTest extends RunningOrderService {

  private static final Origin ORIGIN = Origin.of("test", "test");

  @Autowired private LimitedPromotions here;
  @Autowired private EventStore store;
  @Autowired private UseHolds holds;
  @Autowired private MongoDatabase database;

  @Test
  void case33OfTwentyCheckoutsWithAOneUseCouponOneIsDiscountedAndNineteenAreRefused() {
    PromotionPublished once = published(1, null, false);
    List<Buyer> buyers = IntStream.range(0, 20).mapToObj(i -> new Buyer(once)).toList();

    List<CompletableFuture<HttpResponse<String>>> asked =
        buyers.stream().map(b -> CompletableFuture.supplyAsync(b::order)).toList();
    List<Buyer> refused = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      HttpResponse<String> answer = asked.get(i).join();
      if (answer.statusCode() == 202) {
        assertThat(read(answer.body(), "$.totals.discount.amount")).isEqualTo("1.07");
      } else {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(read(answer.body(), "$.promotions[0].coupon")).isEqualTo(once.coupon());
        assertThat(read(answer.body(), "$.promotions[0].problem")).isEqualTo("USED_UP");
        refused.add(buyers.get(i));
      }
    }
    assertThat(refused).hasSize(19);
    assertThat(uses(once, "used")).isEqualTo("1");
    payFull(refused.get(0));
  }

  /** The cart is open, tells why it costs what it costs, and the same key may be used again. */
  private void payFull(Buyer buyer) {
    String cart = buyer.seen();
    assertThat(read(cart, "$.promotionNotices[0].text.de")).contains("aufgebraucht");
    assertThat(read(cart, "$.quote.discount.amount")).isEqualTo("0.00");
    HttpResponse<String> ordered = buyer.order();
    assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
    assertThat(read(ordered.body(), "$.totals.discount.amount")).isEqualTo("0.00");
    assertThat(read(ordered.body(), "$.promotions")).isEqualTo("[]");
  }

  @Test
  void case35APromotionOfTwoActionsIsOneUseOfTenAndTheEleventhOrderIsRefused() {
    PromotionPublished ten = published(10, null, true);
    for (int i = 0; i < 10; i++) {
      HttpResponse<String> answer = new Buyer(ten).order();
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      assertThat(read(answer.body(), "$.totals.discount.amount")).isEqualTo("1.07");
      assertThat(read(answer.body(), "$.totals.shipping.amount")).isEqualTo("0.00");
    }
    Buyer eleventh = new Buyer(ten);

    HttpResponse<String> refused = eleventh.order();
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(uses(ten, "used")).isEqualTo("10");
    assertThat(read(eleventh.seen(), "$.quote.shipping.amount")).isEqualTo("4.90");
  }

  @Test
  void case37ACancelledOrderGivesItsUseBackAndKeepsItsDiscount() {
    PromotionPublished each = published(null, 1, false);
    Buyer buyer = new Buyer(each);
    OrderId first = order(buyer.order());
    assertThat(order(buyer.order())).as("the same key").isEqualTo(first);
    assertThat(uses(each, "used")).isEqualTo("1");

    Buyer again = new Buyer(each, buyer.email.toUpperCase(java.util.Locale.ROOT));
    HttpResponse<String> refused = again.order();
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(read(refused.body(), "$.promotions[0].problem")).isEqualTo("USED_BY_CUSTOMER");

    manage(first, "cancel", "{'reason':'changed my mind'}");
    await().until(() -> uses(each, "used").equals("0"));
    OrderId second = order(new Buyer(each, buyer.email).order());
    assertThat(uses(each, "orders")).contains(second.value());
    String cancelled = manager(first).body();
    assertThat(read(cancelled, "$.status")).isEqualTo("CANCELLED");
    assertThat(read(cancelled, "$.promotions[0].promotion")).isEqualTo(each.promotion().value());
    assertThat(read(cancelled, "$.promotions[0].discount.amount")).isEqualTo("1.07");
  }

  @Test
  void aRejectedOrderGivesItsUseBack() {
    PromotionPublished once = published(1, null, false);
    Buyer buyer = new Buyer(once);
    OrderId declined = order(buyer.order("'method':'test-decline',"));
    grant(declined);

    await().until(() -> uses(once, "used").equals("0"));
    assertThat(order(new Buyer(once).order())).isNotEqualTo(declined);
  }

  @Test
  void whoFillsHisCartWhenAllUsesAreTakenSeesSoAndOrdersAtTheFullPrice() {
    PromotionPublished once = published(1, null, false);
    order(new Buyer(once).order());

    await()
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              Buyer late = new Buyer(once);
              assertThat(late.seen()).contains("USED_UP");
              return late.order().statusCode() == 202;
            });
    assertThat(uses(once, "used")).isEqualTo("1");
  }

  @Test
  void aUseWhoseOrderWasNeverPlacedIsGivenBack() {
    PromotionPublished once = published(1, null, false);
    LimitedPromotions crashed = instance(Duration.ofMillis(1));
    assertThat(crashed.take(List.of(once), anOrder(), somebody(), ORIGIN).refused()).isEmpty();

    await().until(() -> uses(once, "used").equals("0"));
    order(new Buyer(once).order());
  }

  @Test
  void twoInstancesTogetherGiveOutNoMoreThanThereAre() {
    PromotionPublished seven = published(7, null, false);
    LimitedPromotions there = instance(Duration.ofMinutes(10));
    List<CompletableFuture<Boolean>> asked =
        IntStream.range(0, 40)
            .mapToObj(i -> i % 2 == 0 ? here : there)
            .map(
                one ->
                    CompletableFuture.supplyAsync(
                        () ->
                            one.take(List.of(seven), anOrder(), somebody(), ORIGIN)
                                .refused()
                                .isEmpty()))
            .toList();

    assertThat(asked.stream().filter(CompletableFuture::join)).hasSize(7);
    assertThat(uses(seven, "used")).isEqualTo("7");
  }

  @Test
  void eventsNameAGuestByAnIdThatLeadsToNobodyOnceHeIsErased() {
    PromotionPublished each = published(null, 1, false);
    Buyer buyer = new Buyer(each);
    OrderId first = order(buyer.order());
    Bson his = Filters.eq("_id", MongoGuestCustomers.key(buyer.email));
    MongoCollection<Document> guests = database.getCollection(MongoGuestCustomers.COLLECTION);
    String customer =
        Objects.requireNonNull(here.find(each.promotion()).uses().get(first)).customer();

    assertThat(customer).startsWith("guest-customer:").doesNotContain(buyer.email);
    assertThat(guests.find(his).first()).containsEntry("customer", customer);
    manage(first, "cancel", "{'reason':'changed my mind'}");
    String erase = "/api/admin/orders/" + first + "/erase-contact";
    TestGateway.post(TestGateway.MANAGER, url(erase), "{}");
    assertThat(guests.find(his).first()).isNull();
  }

  /** As another instance has it, with a memory of its own. */
  private LimitedPromotions instance(Duration hold) {
    return new LimitedPromotions(
        store.aggregates(LimitedPromotions.TYPE, EventCodec.of(PromotionUseEvent.class)),
        holds,
        hold,
        Clock.systemUTC());
  }

  private static OrderId anOrder() {
    return new OrderId(UUID.randomUUID().toString());
  }

  private static Redeemer somebody() {
    String customer = "customer:" + UUID.randomUUID();
    return new Redeemer(null, () -> Optional.of(customer));
  }

  /**
   * Ten per cent off with a coupon of its own, and maybe free shipping; ends when it is heard of.
   */
  private PromotionPublished published(
      @Nullable Integer inAll, @Nullable Integer perCustomer, boolean freeShipping) {
    String id = "p-" + UUID.randomUUID().toString().substring(0, 8);
    PromotionPublished promotion =
        new PromotionPublished(
            new PromotionId(id),
            "Zehn Prozent",
            id.toUpperCase(java.util.Locale.ROOT),
            1_000,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            0,
            true,
            inAll,
            perCustomer,
            freeShipping ? true : null);
    neighbours.publish("promotion", id, promotion);
    Buyer looks = new Buyer(promotion);
    await().until(() -> read(looks.seen(), "$.quote.discount.amount").equals("1.07"));
    return promotion;
  }

  private String uses(PromotionPublished promotion, String field) {
    String path = "/api/admin/promotions/" + promotion.promotion() + "/uses";
    HttpResponse<String> answer = TestGateway.get(TestGateway.MANAGER, url(path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return read(answer.body(), "$." + field);
  }

  /** A guest with one tea and the promotion's coupon in his cart. */
  private final class Buyer {
    private final Caller caller = new Caller("guest:" + UUID.randomUUID(), Set.of(Role.GUEST));
    private final String key = UUID.randomUUID().toString();
    private final String email;
    private final String cart;

    Buyer(PromotionPublished promotion) {
      this(promotion, UUID.randomUUID() + "@example.org");
    }

    Buyer(PromotionPublished promotion, String email) {
      this.email = email;
      String lines = "{'lines':[{'sku':'TEE','quantity':1}]}";
      cart = read(TestGateway.post(caller, url("/api/shop/carts"), lines).body(), "$.id");
      String coupon = "{'coupon':'" + promotion.coupon() + "'}";
      TestGateway.send("PUT", caller, url("/api/shop/carts/" + cart + "/coupon"), coupon, Map.of());
    }

    String seen() {
      return TestGateway.get(caller, url("/api/shop/carts/" + cart)).body();
    }

    HttpResponse<String> order() {
      return order("");
    }

    HttpResponse<String> order(String more) {
      return TestGateway.send(
          "POST",
          caller,
          url("/api/shop/carts/" + cart + "/checkout"),
          "{'email':'" + email + "'," + more + ADDRESS + "}",
          Map.of("Idempotency-Key", key));
    }
  }
}
