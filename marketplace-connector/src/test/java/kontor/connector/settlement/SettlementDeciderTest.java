package kontor.connector.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.connector.channel.Account;
import kontor.connector.channel.FeeReports.SettledAmount;
import kontor.connector.channel.FeeReports.Settlement;
import kontor.connector.settlement.SettlementState.Booked;
import kontor.connector.settlement.SettlementState.Open;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.settlement.SettlementEvent;
import kontor.contracts.settlement.SettlementEvent.AccountCharged;
import kontor.contracts.settlement.SettlementEvent.KindSum;
import kontor.contracts.settlement.SettlementEvent.Movement;
import kontor.contracts.settlement.SettlementEvent.MovementKind;
import kontor.contracts.settlement.SettlementEvent.OrderSettled;
import kontor.contracts.settlement.SettlementEvent.PayoutReported;
import org.junit.jupiter.api.Test;

/** A settlement is booked to the cent, once, or not at all. */
class SettlementDeciderTest {

  private static final ChannelId AMAZON = new ChannelId("amazon-de");
  private static final Account ACCOUNT =
      new Account("amazon", AMAZON, "main", CountryCode.GERMANY, Map.of());
  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
  private static final SettlementState NOTHING = Open.NOTHING;

  @Test
  void eachOrderTheAccountAndThePayoutAreToldInTurn() {
    Settlement settlement =
        settlement(
            "1750",
            amount(1, "A", MovementKind.SALE, 2490),
            amount(2, "A", MovementKind.COMMISSION, -374),
            amount(3, "", MovementKind.ACCOUNT_FEE, -366));

    List<SettlementEvent> events = SettlementDecider.book(NOTHING, ACCOUNT, settlement);

    assertThat(events).hasSize(3);
    OrderSettled order = (OrderSettled) events.get(0);
    assertThat(order.order()).isEqualTo(OrderId.ofSale(AMAZON, "main", "A"));
    assertThat(order.movements()).extracting(Movement::id).containsExactly("S-1", "S-2");
    assertThat(((AccountCharged) events.get(1)).movements()).hasSize(1);
    PayoutReported payout = (PayoutReported) events.get(2);
    assertThat(payout.total()).isEqualTo(Money.of("17.50", "EUR"));
    assertThat(payout.sums())
        .containsExactly(
            new KindSum(MovementKind.SALE, Money.of("24.90", "EUR")),
            new KindSum(MovementKind.COMMISSION, Money.of("-3.74", "EUR")),
            new KindSum(MovementKind.ACCOUNT_FEE, Money.of("-3.66", "EUR")));
  }

  @Test
  void aSettlementThatDoesNotAddUpIsNotBookedAtAll() {
    Settlement wrong = settlement("2491", amount(1, "A", MovementKind.SALE, 2490));

    assertThatThrownBy(() -> SettlementDecider.book(NOTHING, ACCOUNT, wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("24.90 EUR")
        .hasMessageContaining("24.91 EUR");
  }

  @Test
  void aMovementThatIsInItTwiceIsRefused() {
    SettledAmount one = amount(1, "A", MovementKind.SALE, 100);

    assertThatThrownBy(() -> SettlementDecider.book(NOTHING, ACCOUNT, settlement("200", one, one)))
        .hasMessageContaining("S-1");
  }

  @Test
  void whatWasBookedWithAnotherPayoutNeedsAPerson() {
    SettlementState booked = new Booked(Money.of("1.00", "EUR"));
    Settlement other = settlement("200", amount(1, "A", MovementKind.SALE, 200));

    assertThatThrownBy(() -> SettlementDecider.book(booked, ACCOUNT, other))
        .hasMessageContaining("was booked with 1.00 EUR");
  }

  @Test
  void whatWasBookedInPartWithOtherAmountsNeedsAPerson() {
    Settlement now = settlement("200", amount(1, "A", MovementKind.SALE, 200));

    assertThatThrownBy(() -> SettlementDecider.book(new Open(1, 199), ACCOUNT, now))
        .hasMessageContaining("was booked in part");
    assertThat(SettlementDecider.book(new Open(1, 200), ACCOUNT, now))
        .singleElement()
        .isInstanceOf(PayoutReported.class);
  }

  @Test
  void aSettlementWithoutMovementsHasAPayoutOfNothing() {
    assertThat(SettlementDecider.book(NOTHING, ACCOUNT, settlement("0")))
        .singleElement()
        .isInstanceOf(PayoutReported.class);
  }

  /** Crashes between parts, repetitions and large settlements: each movement is told once. */
  @Test
  void whateverIsInterruptedEachMovementIsBookedOnceAndThePayoutLast() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 10; run++) {
      Settlement settlement = generated(random);
      check(settlement, told(settlement), "seed " + seed + " run " + run);
    }
  }

  private static List<SettlementEvent> told(Settlement settlement) {
    List<SettlementEvent> told = new ArrayList<>();
    SettlementState state = NOTHING;
    List<SettlementEvent> part = SettlementDecider.book(state, ACCOUNT, settlement);
    while (!part.isEmpty()) {
      assertThat(part.size()).isLessThanOrEqualTo(SettlementDecider.MOST_EVENTS);
      told.addAll(part);
      for (SettlementEvent event : part) {
        state = SettlementState.evolve(state, event);
      }
      part = SettlementDecider.book(state, ACCOUNT, settlement);
    }
    assertThat(state).isEqualTo(new Booked(settlement.payout()));
    return told;
  }

  private static void check(Settlement settlement, List<SettlementEvent> told, String run) {
    List<Movement> movements =
        told.stream().flatMap(one -> SettlementState.movements(one).stream()).toList();
    List<String> ids = settlement.movements().stream().map(SettledAmount::id).sorted().toList();
    assertThat(movements.stream().map(Movement::id).sorted().toList()).as(run).isEqualTo(ids);
    assertThat(movements.stream().mapToLong(one -> one.amount().minor()).sum())
        .as(run)
        .isEqualTo(settlement.payout().minor());
    assertThat(told.get(told.size() - 1)).as(run).isInstanceOf(PayoutReported.class);
  }

  private static Settlement generated(Random random) {
    int size = random.nextInt(2_000);
    int orders = 1 + random.nextInt(size + 1);
    MovementKind[] kinds = MovementKind.values();
    SettledAmount[] all =
        IntStream.range(0, size)
            .mapToObj(
                i -> {
                  int order = random.nextInt(orders);
                  String id = order == 0 ? "" : "O" + order;
                  MovementKind kind = kinds[random.nextInt(kinds.length)];
                  return amount(i, id, kind, random.nextInt(10_000) - 5_000);
                })
            .toArray(SettledAmount[]::new);
    long sum = Stream.of(all).mapToLong(one -> one.amount().minor()).sum();
    return settlement(Long.toString(sum), all);
  }

  private static Settlement settlement(String cents, SettledAmount... movements) {
    Money payout = Money.ofMinor(Long.parseLong(cents), "EUR");
    return new Settlement("S", DAY, DAY, DAY, payout, List.of(movements));
  }

  private static SettledAmount amount(int id, String order, MovementKind kind, long cents) {
    return new SettledAmount(
        "S-" + id,
        kind,
        Optional.of(order).filter(one -> !one.isEmpty()),
        Optional.empty(),
        Money.ofMinor(cents, "EUR"),
        "words",
        DAY);
  }
}
