package kontor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.order.OrderDiscount;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.promotion.PromotionUseEvent.ReturnReason;
import kontor.contracts.promotion.PromotionUseEvent.UseReturned;
import kontor.contracts.promotion.PromotionUseEvent.UseTaken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Uses of a limited promotion against the orders that stand for them. */
class PromotionAccountsTest {

  private static final PromotionId ADVENT = new PromotionId("advent");
  private static final OrderId FIRST = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final OrderId SECOND = new OrderId("00000000-0000-0000-0000-000000000002");
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final Money NONE = Money.of("0.00", "EUR");

  private final Ledgers ledgers = new Ledgers();

  @Test
  void oneUsePerOrderThatStandsIsRightHoweverOftenItsCheckoutWasRepeated() {
    taken(FIRST, "a", 1, null);
    taken(FIRST, "a", 1, null);
    placed(FIRST, true);
    ledgers.apply(new OrderConfirmed(FIRST, NOW));
    assertThat(wrong(FIRST)).isEmpty();
  }

  @Test
  void anOrderWithTheDiscountAndWithoutAUseIsFound() {
    placed(FIRST, true);
    assertThat(wrong(FIRST))
        .containsExactly("order " + FIRST + " uses promotions [], should be [advent]");
    placed(SECOND, false);
    assertThat(wrong(SECOND)).isEmpty();
  }

  @Test
  void aCancelledOrderThatKeepsItsUseIsFound() {
    taken(FIRST, "a", 1, null);
    placed(FIRST, true);
    ledgers.apply(new OrderCancelled(FIRST, "", CancelledBy.CUSTOMER, NOW));
    assertThat(wrong(FIRST))
        .containsExactly("order " + FIRST + " uses promotions [advent], should be []");
    ledgers.apply(new UseReturned(ADVENT, FIRST, ReturnReason.ORDER_ENDED, NOW));
    assertThat(wrong(FIRST)).isEmpty();
  }

  @Test
  void oneUseTooManyIsFoundInAllAndPerCustomer() {
    for (OrderId order : List.of(FIRST, SECOND)) {
      placed(order, true);
      taken(order, "a", null, 1);
    }
    assertThat(wrong(FIRST)).isEmpty();
    assertThat(wrong(SECOND)).singleElement().asString().contains("of its customer 2 of 1");
  }

  private void taken(
      OrderId order, String customer, @Nullable Integer inAll, @Nullable Integer perCustomer) {
    ledgers.apply(
        new UseTaken(ADVENT, order, customer, inAll, perCustomer, NOW.plusSeconds(600), NOW));
  }

  private void placed(OrderId order, boolean counted) {
    ledgers.apply(
        new OrderPlaced(
            order,
            order.value(),
            ChannelId.SHOP,
            null,
            null,
            new CustomerId("c"),
            CountryCode.GERMANY,
            List.of(),
            new OrderTotals(NONE, NONE, NONE, NONE, NONE),
            false,
            NOW,
            null,
            null,
            null,
            List.of(new OrderDiscount(ADVENT, "Advent", null, NONE, counted))));
  }

  private List<String> wrong(OrderId order) {
    return ledgers.wrong(order).stream()
        .filter(violation -> violation.invariant() == Invariant.USES)
        .map(Violation::reason)
        .toList();
  }
}
