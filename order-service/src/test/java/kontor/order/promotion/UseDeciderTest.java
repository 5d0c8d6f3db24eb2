package kontor.order.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.promotion.PromotionUseEvent;
import kontor.contracts.promotion.PromotionUseEvent.ReturnReason;
import kontor.contracts.promotion.PromotionUseEvent.UseReturned;
import kontor.contracts.promotion.PromotionUseEvent.UseTaken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who gets a use of a limited promotion, and when it is free again. */
class UseDeciderTest {

  private static final PromotionId PROMOTION = new PromotionId("advent");
  private static final OrderId FIRST = new OrderId("00000000-0000-7000-8000-000000000001");
  private static final OrderId SECOND = new OrderId("00000000-0000-7000-8000-000000000002");
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final Instant UNTIL = NOW.plusSeconds(600);

  @Test
  void oneUseIsOneOrders() {
    PromotionUses state = after(none(), UseDecider.take(none(), taken(FIRST, "a", 1, null)));

    assertThat(UseDecider.take(state, taken(SECOND, "b", 1, null))).isEmpty();
    assertThat(refusal(state, new UseLimits(1, null), SECOND, "b")).contains(UseRefusal.USED_UP);
    assertThat(state.count()).isEqualTo(1);
  }

  @Test
  void aRepeatedCheckoutKeepsItsUseForLongerAndItStaysOne() {
    PromotionUses state = after(none(), List.of(taken(FIRST, "a", 1, 1)));
    Instant later = UNTIL.plusSeconds(60);
    UseTaken again = new UseTaken(PROMOTION, FIRST, "a", 1, 1, later, NOW.plusSeconds(60));

    assertThat(UseDecider.take(state, again)).containsExactly(again);
    PromotionUses longer = after(state, List.of(again));
    assertThat(longer.count()).isEqualTo(1);
    assertThat(UseDecider.expire(longer, FIRST, UNTIL)).isEmpty();
    assertThat(UseDecider.expire(longer, FIRST, later)).hasSize(1);
  }

  @Test
  void aCustomersLimitCountsHisOrdersOnly() {
    PromotionUses state = after(none(), List.of(taken(FIRST, "a", null, 1)));

    assertThat(UseDecider.take(state, taken(SECOND, "a", null, 1))).isEmpty();
    assertThat(refusal(state, new UseLimits(null, 1), SECOND, "a"))
        .contains(UseRefusal.USED_BY_CUSTOMER);
    assertThat(UseDecider.take(state, taken(SECOND, "b", null, 1))).hasSize(1);
    assertThat(refusal(state, new UseLimits(null, 1), null, null)).isEmpty();
  }

  @Test
  void whatIsGivenBackIsFreeForTheNextOnceHoweverOftenItIsTold() {
    PromotionUses state = after(none(), List.of(taken(FIRST, "a", 1, 1)));
    List<PromotionUseEvent> back = UseDecider.giveBack(state, FIRST, NOW);
    PromotionUses free = after(state, back);

    assertThat(back)
        .containsExactly(new UseReturned(PROMOTION, FIRST, ReturnReason.ORDER_ENDED, NOW));
    assertThat(free.uses()).isEmpty();
    assertThat(free.ofCustomer()).isEmpty();
    assertThat(UseDecider.giveBack(free, FIRST, NOW)).isEmpty();
    PromotionUses next = after(free, UseDecider.take(free, taken(SECOND, "a", 1, 1)));
    assertThat(UseDecider.giveBack(next, FIRST, NOW)).isEmpty();
    assertThat(after(next, back)).as("told again").isEqualTo(next);
  }

  @Test
  void aFailedCheckoutReleasesItsUseUnlessTheSameOrderWasAskedForAgain() {
    PromotionUses once = after(none(), List.of(taken(FIRST, "a", 1, null)));
    assertThat(UseDecider.release(once, FIRST, UNTIL, NOW))
        .containsExactly(new UseReturned(PROMOTION, FIRST, ReturnReason.NOT_ORDERED, NOW));

    PromotionUses twice = after(once, List.of(taken(FIRST, "a", 1, null)));
    assertThat(UseDecider.release(twice, FIRST, UNTIL, NOW)).isEmpty();
    assertThat(UseDecider.release(once, FIRST, UNTIL.minusMillis(1), NOW))
        .as("taken anew after it was given back")
        .isEmpty();
    assertThat(UseDecider.release(none(), FIRST, UNTIL, NOW)).isEmpty();
  }

  @Test
  void aUseWhoseOrderDoesNotExistIsGivenBackAtItsDeadlineAndNotBefore() {
    PromotionUses state = after(none(), List.of(taken(FIRST, "a", 1, null)));

    assertThat(UseDecider.expire(state, FIRST, UNTIL.minusMillis(1))).isEmpty();
    assertThat(UseDecider.expire(state, FIRST, UNTIL)).hasSize(1);
    assertThat(UseDecider.expire(none(), FIRST, UNTIL)).isEmpty();
  }

  @Test
  void aLimitThatWasLoweredTakesNothingFromWhoHasAUse() {
    PromotionUses state =
        after(none(), List.of(taken(FIRST, "a", 2, null), taken(SECOND, "b", 2, null)));

    assertThat(refusal(state, new UseLimits(1, null), FIRST, "a")).isEmpty();
    assertThat(UseDecider.take(state, taken(FIRST, "a", 1, null))).hasSize(1);
  }

  private static Optional<UseRefusal> refusal(
      PromotionUses state, UseLimits limits, @Nullable OrderId order, @Nullable String customer) {
    return UseDecider.refusal(state, limits, order, customer);
  }

  private static UseTaken taken(
      OrderId order, String customer, @Nullable Integer inAll, @Nullable Integer perCustomer) {
    return new UseTaken(PROMOTION, order, customer, inAll, perCustomer, UNTIL, NOW);
  }

  private static PromotionUses none() {
    return PromotionUses.none(PROMOTION);
  }

  private static PromotionUses after(
      PromotionUses state, List<? extends PromotionUseEvent> events) {
    PromotionUses now = state;
    for (PromotionUseEvent event : events) {
      now = PromotionUses.evolve(now, event);
    }
    return now;
  }
}
