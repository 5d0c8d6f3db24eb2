package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kontor.access.TestGateway;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationRequested;
import kontor.contracts.marketplace.AfterSaleEvent.UnitsCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.SoldUnits;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.reservation.ReservationEvent.ReleaseReason;
import kontor.contracts.reservation.ReservationEvent.ReservationRejected;
import kontor.contracts.reservation.ReservationEvent.ReservationReleased;
import kontor.contracts.reservation.ReservationEvent.Shortage;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.Commit;
import kontor.eventstore.EventStore;
import kontor.eventstore.Origin;
import kontor.eventstore.RecordedEvent;
import kontor.eventstore.StreamId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the cart to the confirmed order. */
class OrderServiceTest extends RunningOrderService {
  @Autowired private EventStore store;

  @Test
  void aCartShowsThePriceWithVatAndShipping() {
    String cart = openCart(2).body();

    assertThat(read(cart, "$.quote.goods.amount")).isEqualTo("21.40");
    assertThat(read(cart, "$.quote.shipping.amount")).isEqualTo("4.90");
    assertThat(read(cart, "$.quote.grand.amount")).isEqualTo("26.30");
    assertThat(read(cart, "$.quote.tax.amount")).isEqualTo("1.72");
    assertThat(read(cart, "$.lines[0].title")).isEqualTo("Grüner Tee");
  }

  @Test
  void anOrderIsConfirmedWhenStockIsHeldAndThenShippedPaidReturnedAndRefunded() {
    OrderId order = order(checkOut(cart(2), UUID.randomUUID().toString(), REQUEST));
    CompletableFuture<HttpResponse<String>> live =
        CompletableFuture.supplyAsync(
            () -> TestGateway.get(ANNA, url("/api/shop/orders/" + order + "/events")));
    grant(order);

    await().until(() -> status(order).equals("CONFIRMED"));
    assertThat(live.join().body()).contains("event:order").contains("CONFIRMED");
    manage(order, "ship", "{'carrier':'DHL','trackingNumber':'00340434'}");
    await().until(() -> !published.of(order.value(), OrderPaid.class).isEmpty());
    manage(order, "returns", "{'rma':'R1','lines':[{'line':1,'quantity':1}]}");
    manage(order, "returns", "{'rma':'R1','lines':[{'line':1,'quantity':1}]}");
    await().until(() -> !published.of(order.value(), OrderRefunded.class).isEmpty());
    assertThat(published.of(order.value(), OrderRefunded.class))
        .singleElement()
        .extracting(OrderRefunded::amount)
        .isEqualTo(Money.of("10.70", "EUR"));
    await().until(() -> admin("?q=Grüner&status=RETURNED").contains(order.value()));
  }

  @Test
  void anOrderThatThisInstanceBelievedNotToExistIsConfirmedAllTheSame() {
    OrderId mine = order(checkOut(cart(1), UUID.randomUUID().toString(), REQUEST));
    await().until(() -> !published.of(mine.value(), OrderPlaced.class).isEmpty());
    OrderId theirs = new OrderId(UUID.randomUUID().toString());
    assertThat(manager(theirs).statusCode()).isEqualTo(404);

    storeAsAnotherInstance(theirs, published.of(mine.value(), OrderPlaced.class).get(0));
    grant(theirs);

    await().until(() -> manager(theirs).body().contains("CONFIRMED"));
  }

  /** Stored and not published yet, so that nothing tells this instance. */
  private void storeAsAnotherInstance(OrderId order, OrderPlaced like) {
    StreamId stream = new StreamId("order", order.value());
    EventCodec codec = EventCodec.of(OrderEvent.class);
    String json =
        new String(codec.write(like), StandardCharsets.UTF_8)
            .replace(like.order().value(), order.value());
    RecordedEvent placed =
        new RecordedEvent(
            stream,
            1,
            EventCodec.type(OrderPlaced.class),
            json,
            Instant.now(),
            Origin.of("test", "test"));
    store.commits().insert(List.of(new Commit(stream, 1, 0, "theirs", List.of(placed), false)));
  }

  @Test
  void anOrderWithoutStockIsRejectedAndSaysWhatIsMissing() {
    OrderId order = order(checkOut(cart(2), UUID.randomUUID().toString(), REQUEST));
    Shortage shortage = new Shortage(new Sku("TEE"), new Quantity(2), new Quantity(1));
    neighbours.publish(
        "reservation", order.value(), new ReservationRejected(order, List.of(), List.of(shortage)));

    await().until(() -> status(order).equals("REJECTED"));
    assertThat(own(order)).contains("TEE: 1 of 2 available");
  }

  @Test
  void aDeclinedPaymentRejectsTheOrder() {
    String declined = "{'email':'a@example.org','method':'test-decline'," + ADDRESS + "}";
    OrderId order = order(checkOut(cart(1), UUID.randomUUID().toString(), declined));
    grant(order);

    await().until(() -> own(order).contains("PAYMENT_DECLINED"));
  }

  @Test
  void aReservationThatExpiresAfterTheConfirmationCancelsTheOrder() {
    OrderId order = order(checkOut(cart(1), UUID.randomUUID().toString(), REQUEST));
    grant(order);
    await().until(() -> status(order).equals("CONFIRMED"));
    neighbours.publish(
        "reservation", order.value(), new ReservationReleased(order, ReleaseReason.EXPIRED));

    await().until(() -> !published.of(order.value(), OrderCancelled.class).isEmpty());
  }

  @Test
  void theSameCheckoutSentFiveTimesAtOnceIsOneOrder() {
    String cart = cart(1);
    String key = UUID.randomUUID().toString();
    List<CompletableFuture<HttpResponse<String>>> sent =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> checkOut(cart, key, REQUEST)))
            .limit(5)
            .toList();

    assertThat(sent.stream().map(s -> order(s.join())).distinct()).hasSize(1);
    HttpResponse<String> other = checkOut(cart, key, REQUEST.replace("Köln", "Bonn"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("Idempotency-Key");
    assertThat(checkOut(cart, "another", REQUEST).statusCode()).isEqualTo(409);
  }

  @Test
  void aMarketplaceSaleReportedTwiceIsOneOrderWithItsTotal() {
    ChannelId ebay = new ChannelId("ebay-de");
    MarketplaceLine line =
        new MarketplaceLine(
            "1", new Sku("TEE"), "Grüner Tee", new Quantity(3), Money.of("20.00", "EUR"));
    RecordedEvent told =
        neighbours.publish(
            "marketplace-order",
            "ebay-de/main/17",
            new MarketplaceOrderReceived(
                ebay,
                "main",
                "17",
                new CustomerId("ebay:x"),
                CountryCode.GERMANY,
                List.of(line),
                Money.of("0.00", "EUR"),
                Money.of("20.00", "EUR"),
                Instant.parse("2026-11-25T00:00:00Z")));
    neighbours.publish(told);
    String order = OrderId.ofSale(ebay, "main", "17").value();

    await().until(() -> !published.of(order, OrderPlaced.class).isEmpty());
    grant(new OrderId(order));
    await().until(() -> admin("?channel=ebay-de&status=CONFIRMED").contains(order));
    RecordedEvent less =
        neighbours.publish(
            "marketplace-order",
            "ebay-de/main/17",
            new UnitsCancelled(
                ebay,
                "main",
                "17",
                List.of(new SoldUnits("1", new Sku("TEE"), new Quantity(1))),
                Instant.EPOCH));
    neighbours.publish(less);
    neighbours.publish(
        "marketplace-order",
        "ebay-de/main/17",
        new CancellationRequested(ebay, "main", "17", "twice", Instant.EPOCH));
    await().until(() -> admin("?channel=ebay-de&status=ON_HOLD").contains(order));
    assertThat(published.of(order, LinesCancelled.class)).hasSize(1);
    assertThat(published.of(order, OrderPlaced.class))
        .singleElement()
        .extracting(placed -> placed.totals().grand())
        .isEqualTo(Money.of("20.00", "EUR"));
  }

  @Test
  void case45OfThreeQuickChangesOfOneCartNoneIsLost() {
    for (String sku : List.of("TEE-A", "TEE-B", "TEE-C")) {
      offer(sku);
    }
    String cart = cart(1);
    List<CompletableFuture<HttpResponse<String>>> adds =
        Stream.of("TEE-A", "TEE-B", "TEE-C")
            .map(
                sku ->
                    CompletableFuture.supplyAsync(
                        () ->
                            TestGateway.send(
                                "PUT",
                                ANNA,
                                url("/api/shop/carts/" + cart + "/lines"),
                                "{'sku':'" + sku + "','quantity':2}",
                                Map.of())))
            .toList();

    adds.forEach(add -> assertThat(add.join().statusCode()).isEqualTo(200));
    assertThat(TestGateway.get(ANNA, url("/api/shop/carts/" + cart)).body())
        .contains("TEE-A", "TEE-B", "TEE-C");
  }

  @Test
  void case87AQuantityIsAWholeNumberOfAtLeastOne() {
    String cart = cart(1);
    String before = TestGateway.get(ANNA, url("/api/shop/carts/" + cart)).body();
    for (String quantity : List.of("-5", "1.5", "2147483648", "'1e2'", "null")) {
      HttpResponse<String> refused =
          TestGateway.send(
              "PUT",
              ANNA,
              url("/api/shop/carts/" + cart + "/lines"),
              "{'sku':'TEE','quantity':" + quantity + "}",
              Map.of());
      assertThat(refused.statusCode()).as(quantity).isEqualTo(400);
      assertThat(refused.body()).as(quantity).contains("quantity");
    }
    assertThat(TestGateway.get(ANNA, url("/api/shop/carts/" + cart)).body()).isEqualTo(before);
  }

  @Test
  void otherPeoplesCartsAndOrdersDoNotExist() {
    String cart = cart(1);
    OrderId order = order(checkOut(cart(1), UUID.randomUUID().toString(), REQUEST));

    assertThat(TestGateway.get(TestGateway.BERT, url("/api/shop/carts/" + cart)).statusCode())
        .isEqualTo(404);
    HttpResponse<String> theirs =
        TestGateway.get(TestGateway.BERT, url("/api/shop/orders/" + order));
    assertThat(theirs.statusCode()).isEqualTo(404);
    assertThat(theirs.body()).doesNotContain("TEE");
    assertThat(TestGateway.get(ANNA, url("/api/admin/orders")).statusCode()).isEqualTo(403);
  }

  @Test
  void badInputNamesTheField() {
    String noCity = REQUEST.replace("'Köln'", "''");
    HttpResponse<String> missing = checkOut(cart(1), "k1", noCity);
    HttpResponse<String> forged =
        checkOut(cart(1), "k2", REQUEST.replace("{'email'", "{'total':1,'email'"));
    HttpResponse<String> negative =
        TestGateway.post(ANNA, url("/api/shop/carts"), "{'lines':[{'sku':'TEE','quantity':-1}]}");

    assertThat(missing.statusCode()).isEqualTo(400);
    assertThat(missing.body()).contains("address.city");
    assertThat(forged.statusCode()).isEqualTo(400);
    assertThat(forged.body()).contains("total");
    assertThat(negative.body()).contains("lines[0].quantity");
  }
}
