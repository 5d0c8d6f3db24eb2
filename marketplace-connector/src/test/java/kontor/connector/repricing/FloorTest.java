package kontor.connector.repricing;

import static kontor.connector.repricing.Market.euro;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import kontor.connector.repricing.Floor.Basis;
import kontor.contracts.ChannelId;
import kontor.contracts.UnitCost;
import kontor.contracts.settlement.SettlementEvent.KindSum;
import kontor.contracts.settlement.SettlementEvent.MovementKind;
import kontor.contracts.settlement.SettlementEvent.PayoutReported;
import org.junit.jupiter.api.Test;

/** A floor leaves the minimum margin, and a cent less does not. */
class FloorTest {

  private static final Percentage VAT = Percentage.of("19");

  /** 9.10 + 3.90 + 4 % of 6.00 = 13.24; margin 10 %: 13.24 ÷ (0.9 ÷ 1.19 − 0.15) = 21.84. */
  @Test
  void goodsFeeShippingReturnsAndMarginAreEarned() {
    Terms terms =
        new Terms(
            null, euro(0), euro(30), euro(390), Percentage.of("4"), euro(600), of("10"), euro(0));

    assertThat(Floor.of(new Basis(UnitCost.of("9.10"), terms, of("15"), VAT)))
        .isInstanceOfSatisfying(
            Floor.Known.class, known -> assertThat(known.price()).isEqualTo(euro(2184)));
  }

  @Test
  void theLeastFeeCountsWhereThePercentageIsLess() {
    Terms terms = new Terms(null, euro(0), euro(30), euro(0), of("0"), euro(0), of("0"), euro(0));

    // 0.20 + 0.30 without VAT is 0.595 with it
    assertThat(Floor.of(new Basis(UnitCost.of("0.20"), terms, of("15"), VAT)))
        .isInstanceOfSatisfying(
            Floor.Known.class, known -> assertThat(known.price()).isEqualTo(euro(60)));
  }

  @Test
  void whereFeeAndMarginTakeAllThereIsNoFloor() {
    Terms terms = new Terms(null, euro(0), euro(0), euro(0), of("0"), euro(0), of("90"), euro(0));

    assertThat(Floor.of(new Basis(UnitCost.of("1"), terms, of("15"), VAT)))
        .isInstanceOf(Floor.Unknown.class);
  }

  @Test
  void theFloorEarnsTheMarginAndACentLessDoesNot() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      Basis basis = basis(random);
      if (Floor.of(basis) instanceof Floor.Known known) {
        String where = "seed " + seed + " run " + run + " " + basis + " " + known;
        long price = known.price().minor();
        assertThat(earns(basis, price)).as(where).isTrue();
        assertThat(price == 1 || !earns(basis, price - 1)).as(where).isTrue();
      }
    }
  }

  @Test
  void theFeeIsLearnedFromSettlements() {
    ChannelId amazon = new ChannelId("amazon-de");
    PayoutReported payout =
        new PayoutReported(
            amazon,
            "main",
            "1",
            Instant.EPOCH,
            Instant.EPOCH,
            euro(8_460),
            List.of(
                new KindSum(MovementKind.SALE, euro(9_500)),
                new KindSum(MovementKind.SHIPPING, euro(500)),
                new KindSum(MovementKind.COMMISSION, euro(-1_540))),
            Instant.EPOCH);

    assertThat(ChannelFees.share(List.of(payout, payout))).contains(of("15.4"));
    assertThat(ChannelFees.share(List.of())).isEmpty();
  }

  private static Basis basis(Random random) {
    Terms terms =
        new Terms(
            null,
            euro(random.nextInt(50)),
            euro(random.nextInt(60)),
            euro(random.nextInt(700)),
            new Percentage(random.nextInt(3_000)),
            euro(random.nextInt(1_500)),
            new Percentage(random.nextInt(3_000)),
            euro(random.nextInt(500)));
    return new Basis(
        new UnitCost(random.nextInt(3_000_000)),
        terms,
        new Percentage(random.nextInt(3_000)),
        random.nextBoolean() ? VAT : of("7"));
  }

  /** Counted on its own: what is left of a price, in cents with fractions. */
  private static boolean earns(Basis basis, long cents) {
    Terms terms = basis.terms();
    BigDecimal gross = BigDecimal.valueOf(cents);
    BigDecimal withVat = BigDecimal.ONE.add(part(basis.vat()));
    BigDecimal fee =
        gross.multiply(part(basis.fee())).max(BigDecimal.valueOf(terms.leastFee().minor()));
    BigDecimal costs =
        BigDecimal.valueOf(basis.goods().value(), 2)
            .add(fee)
            .add(BigDecimal.valueOf(terms.fixedFee().minor()))
            .add(BigDecimal.valueOf(terms.shipping().minor()))
            .add(BigDecimal.valueOf(terms.returnCost().minor()).multiply(part(terms.returnRate())));
    // both sides times (1 + VAT), so that nothing has to be rounded
    BigDecimal left = gross.subtract(costs.multiply(withVat));
    BigDecimal amount = BigDecimal.valueOf(terms.marginAmount().minor()).multiply(withVat);
    return left.compareTo(gross.multiply(part(terms.marginPercent())).max(amount)) >= 0;
  }

  private static BigDecimal part(Percentage percentage) {
    return BigDecimal.valueOf(percentage.basisPoints(), 4);
  }

  private static Percentage of(String percent) {
    return Percentage.of(percent);
  }
}
