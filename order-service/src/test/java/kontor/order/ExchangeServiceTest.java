package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import kontor.access.TestGateway;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.ExchangeOf;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.reservation.ReservationEvent.ReservationRejected;
import kontor.contracts.reservation.ReservationEvent.Shortage;
import org.junit.jupiter.api.Test;

/** Returned goods are replaced by others: two orders, and money between them. */
class ExchangeServiceTest extends RunningOrderService {

  private static final String FOR_A_CUP =
      "{'rma':'%s','lines':[{'line':1,'quantity':1}],'exchange':[{'sku':'TASSE','quantity':1}]}";

  @Test
  void case57AReplacementComesBackForWhatItWasWorthAndASecondExchangeFollows() {
    OrderId order = shipped();
    OrderId cup = exchange(order, "R1");
    assertThat(own(cup)).contains("\"exchange\":{\"order\":\"" + order);
    await().until(() -> paid(cup).equals(List.of(eur("10.70"))));
    manage(order, "returns", FOR_A_CUP.formatted("R1"));
    ship(cup);

    manage(cup, "returns", "{'rma':'B1','lines':[{'line':1,'quantity':1}]}");
    await().until(() -> refunded(cup).equals(List.of(eur("10.70"))));
    await().until(() -> refunded(order).equals(List.of(eur("10.70"), eur("10.70"))));
    assertThat(paid(order)).contains(eur("10.70"));

    OrderId second = exchange(order, "R2");
    ship(second);
    assertThat(refunded(order)).hasSize(3);
    assertThat(published.of(cup.value(), OrderPlaced.class)).hasSize(1);
  }

  @Test
  void aReplacementThatIsSoldOutBecomesMoney() {
    OrderId order = shipped();
    OrderId cup = exchange(order, "R1");
    Shortage none = new Shortage(new Sku("TASSE"), new Quantity(1), new Quantity(0));
    neighbours.publish(
        "reservation", cup.value(), new ReservationRejected(cup, List.of(), List.of(none)));

    await().until(() -> status(cup).equals("REJECTED"));
    await().until(() -> refunded(order).equals(List.of(eur("10.70"), eur("10.70"))));
  }

  @Test
  void whatCannotBeExchangedIsSaidAndNothingHappens() {
    OrderId order = shipped();
    String worthMore =
        FOR_A_CUP
            .formatted("R1")
            .replace(
                "'quantity':1}]}", "'quantity':1,'worth':{'amount':'10.71','currency':'EUR'}}]}");
    HttpResponse<String> dear = returning(order, worthMore);
    assertThat(dear.statusCode()).isEqualTo(409);
    assertThat(dear.body()).contains("exchanged", "worth less");
    assertThat(returning(order, FOR_A_CUP.formatted("R1").replace("TASSE", "NIX")).body())
        .contains("exchange[0].sku", "NIX");
    assertThat(own(order)).contains("\"returns\":{}");

    manage(order, "returns", worthMore.replace("10.71", "8.00"));
    await().until(() -> refunded(order).equals(List.of(eur("8.00"), eur("2.70"))));
  }

  private OrderId shipped() {
    offer("TASSE");
    OrderId order = order(checkOut(cart(3), UUID.randomUUID().toString(), REQUEST));
    ship(order);
    await().until(() -> !paid(order).isEmpty());
    return order;
  }

  private void ship(OrderId order) {
    grant(order);
    await().until(() -> status(order).equals("CONFIRMED"));
    manage(order, "ship", "{'carrier':'DHL'}");
  }

  private OrderId exchange(OrderId order, String rma) {
    manage(order, "returns", FOR_A_CUP.formatted(rma));
    OrderId replacement = new ExchangeOf(order, rma).replacement();
    await().until(() -> !published.of(replacement.value(), OrderPlaced.class).isEmpty());
    return replacement;
  }

  private HttpResponse<String> returning(OrderId order, String body) {
    return TestGateway.post(
        TestGateway.MANAGER, url("/api/admin/orders/" + order + "/returns"), body);
  }
}
