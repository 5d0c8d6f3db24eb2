package kontor.order.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.ParcelEvent.OrderCompleted;
import kontor.contracts.order.ParcelEvent.OrderDelivered;
import kontor.order.lifecycle.Order;
import org.junit.jupiter.api.Test;

/** An order needs its buyer until nothing can happen to it any more. */
class ContactNeedTest {

  private static final OrderId ID = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final Money TEN = Money.of("10.00", "EUR");
  private static final OrderEvent PLACED =
      new OrderPlaced(
          ID,
          "1042",
          ChannelId.SHOP,
          null,
          null,
          new CustomerId("guest:anna"),
          new CountryCode("DE"),
          List.of(),
          new OrderTotals(TEN, TEN, TEN, TEN, TEN),
          false,
          NOW);
  private static final OrderEvent AUTHORISED = new PaymentAuthorised(ID, "test", "p", TEN);
  private static final OrderEvent CONFIRMED = new OrderConfirmed(ID, NOW);
  private static final OrderEvent PAID = new OrderPaid(ID, "test", "p", "parcel-1", TEN, NOW);
  private static final OrderEvent CANCELLED = new OrderCancelled(ID, "no", null, NOW);
  private static final OrderEvent SHIPPED = new OrderShipped(ID, "DHL", null, NOW);
  private static final OrderEvent DELIVERED = new OrderDelivered(ID, NOW);
  private static final OrderEvent COMPLETED = new OrderCompleted(ID, NOW);

  @Test
  void fromTheOrderToTheEndOfTheTimeToWithdraw() {
    assertThat(need()).isFalse();
    assertThat(need(PLACED)).isTrue();
    assertThat(need(PLACED, AUTHORISED, CONFIRMED)).isTrue();
    assertThat(need(PLACED, AUTHORISED, CONFIRMED, SHIPPED)).isTrue();
    assertThat(need(PLACED, AUTHORISED, CONFIRMED, SHIPPED, DELIVERED)).isTrue();
    assertThat(need(PLACED, AUTHORISED, CONFIRMED, SHIPPED, DELIVERED, COMPLETED)).isFalse();
  }

  @Test
  void aCancelledOneUntilItsMoneyIsBack() {
    assertThat(need(PLACED, CANCELLED)).isFalse();
    assertThat(need(PLACED, PAID, CANCELLED)).isTrue();
    assertThat(need(PLACED, PAID, CANCELLED, new OrderRefunded(ID, "test", "ended", TEN, NOW)))
        .isFalse();
  }

  private static boolean need(OrderEvent... events) {
    Order order = new Order.Absent();
    for (OrderEvent event : events) {
      order = Order.evolve(order, event);
    }
    return ContactNeed.of(order);
  }
}
