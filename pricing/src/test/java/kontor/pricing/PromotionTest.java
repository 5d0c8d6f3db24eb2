package kontor.pricing;

import static kontor.pricing.Till.NOON;
import static kontor.pricing.Till.article;
import static kontor.pricing.Till.business;
import static kontor.pricing.Till.euro;
import static kontor.pricing.Till.gross;
import static kontor.pricing.Till.net;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.PromotionId;
import kontor.contracts.TaxClass;
import kontor.contracts.promotion.PromotionEvent.PromotionEnded;
import kontor.pricing.promotion.AppliedPromotion;
import kontor.pricing.promotion.PromotionBook;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteLine;
import org.junit.jupiter.api.Test;

/** Which promotions apply and what they take off. */
class PromotionTest {

  private static Till hundred() {
    return new Till().standard("A", 1, "100.00");
  }

  private static Money paid(Till till) {
    return till.quote().totals().grand();
  }

  private static Money paid(Offers offer) {
    return paid(hundred().promotion(offer.publish()));
  }

  @Test
  void aPercentageIsRoundedOnceAndDividedToTheCent() {
    Till till =
        new Till().standard("A", 1, "9.99").standard("B", 1, "9.99").standard("C", 1, "9.98");
    till.promotion(Offers.percent("P", 1500).publish());
    // 29.96 × 15 % = 4.494; shares 1.4985…, 1.4985…, 1.4970…
    Quote quote = till.quote();
    assertThat(quote.lines())
        .extracting(QuoteLine::discount)
        .containsExactly(euro("1.50"), euro("1.50"), euro("1.49"));
    assertThat(quote.totals().discount()).isEqualTo(euro("4.49"));
    assertThat(quote.promotions())
        .containsExactly(
            new AppliedPromotion(new PromotionId("P"), "Aktion P", null, euro("4.49")));
  }

  @Test
  void anAmountIsTakenOffOnce() {
    Till till = new Till().standard("A", 2, "20.00").reduced("B", 1, "20.00");
    till.promotion(Offers.amount("P", euro("10.00")).publish());
    assertThat(paid(till)).isEqualTo(euro("50.00"));
    assertThat(till.line("A").discount()).isEqualTo(euro("6.67"));
    assertThat(till.line("B").discount()).isEqualTo(euro("3.33"));
    assertThat(till.line("A").total()).isEqualTo(euro("33.33"));
  }

  @Test
  void nobodyIsPaidForBuying() {
    Till till = new Till().standard("A", 1, "5.00").shipping("4.90");
    till.promotion(Offers.amount("P", euro("10.00")).publish());
    assertThat(till.quote().totals().discount()).isEqualTo(euro("5.00"));
    assertThat(paid(till)).isEqualTo(euro("4.90"));
    assertThat(paid(Offers.percent("P", 10_000))).isEqualTo(euro("0.00"));
  }

  @Test
  void aBusinessSavesOnTheNetPrice() {
    Till till = new Till().buyer(business("DE"));
    till.put(article("A", TaxClass.STANDARD), 1, net("100.00"));
    till.promotion(Offers.percent("P", 1000).publish());
    assertThat(till.line("A").total()).isEqualTo(euro("90.00"));
    assertThat(paid(till)).isEqualTo(euro("107.10"));
  }

  @Test
  void onlyWhatIsNamedIsReduced() {
    Till till = new Till().standard("A", 1, "10.00").standard("B", 1, "10.00");
    till.put(article("C", TaxClass.STANDARD, "Garten > Möbel"), 1, gross("10.00"));
    till.put(article("D", TaxClass.STANDARD, "Gartenbücher"), 1, gross("10.00"));
    till.put(article("E", TaxClass.STANDARD, "Garten"), 1, gross("10.00"));
    till.promotion(Offers.percent("P", 5000).on("A").in("Garten").publish());
    assertThat(till.quote().lines())
        .extracting(QuoteLine::discount)
        .containsExactly(euro("5.00"), euro("0.00"), euro("5.00"), euro("0.00"), euro("5.00"));
    Till other = hundred().promotion(Offers.percent("P", 5000).on("X").publish());
    assertThat(other.quote().promotions()).isEmpty();
  }

  @Test
  void aCouponOpensItsPromotionWhateverItsCase() {
    Till till = hundred().promotion(Offers.percent("P", 1000).coupon("Frühling26").publish());
    assertThat(paid(till)).isEqualTo(euro("100.00"));
    assertThat(paid(till.coupon(" FRÜHLING26 "))).isEqualTo(euro("90.00"));
    assertThat(till.quote().promotions().get(0).coupon()).isEqualTo("Frühling26");
    assertThat(till.quote().unusedCoupons()).isEmpty();
    assertThat(till.coupon("SOMMER").quote().unusedCoupons()).containsExactly("SOMMER");
  }

  @Test
  void aMinimumIsMetByAllGoodsBeforePromotions() {
    assertThat(paid(Offers.percent("P", 1000).minimum(euro("100.00")))).isEqualTo(euro("90.00"));
    assertThat(paid(Offers.percent("P", 1000).minimum(euro("100.01")))).isEqualTo(euro("100.00"));
    Till two =
        hundred()
            .promotion(
                Offers.percent("P", 1000).priority(2).publish(),
                Offers.percent("Q", 1000).minimum(euro("100.00")).publish());
    assertThat(paid(two)).isEqualTo(euro("81.00"));
  }

  @Test
  void anotherCurrencyDoesNotCount() {
    Money dollars = Money.of("1.00", "USD");
    assertThat(paid(Offers.amount("P", dollars))).isEqualTo(euro("100.00"));
    assertThat(paid(Offers.percent("P", 1000).minimum(dollars))).isEqualTo(euro("100.00"));
  }

  @Test
  void aPeriodHasItsFirstMomentButNotItsLast() {
    Offers offer = Offers.percent("P", 1000);
    assertThat(paid(offer.between(NOON, null))).isEqualTo(euro("90.00"));
    assertThat(paid(offer.between(NOON.plusMillis(1), null))).isEqualTo(euro("100.00"));
    assertThat(paid(offer.between(null, NOON.plusMillis(1)))).isEqualTo(euro("90.00"));
    assertThat(paid(offer.between(null, NOON))).isEqualTo(euro("100.00"));
  }

  @Test
  void aPromotionHoldsOnItsChannels() {
    assertThat(paid(Offers.percent("P", 1000).at("shop"))).isEqualTo(euro("90.00"));
    assertThat(paid(Offers.percent("P", 1000).at("ebay-de"))).isEqualTo(euro("100.00"));
  }

  @Test
  void theHigherPriorityComesFirstAndTheNextTakesFromWhatIsLeft() {
    Offers ten = Offers.amount("A", euro("10.00"));
    Offers half = Offers.percent("B", 5000);
    assertThat(paid(hundred().promotion(ten.publish(), half.publish()))).isEqualTo(euro("45.00"));
    assertThat(paid(hundred().promotion(half.publish(), ten.publish()))).isEqualTo(euro("45.00"));
    Till halfFirst = hundred().promotion(ten.publish(), half.priority(1).publish());
    assertThat(paid(halfFirst)).isEqualTo(euro("40.00"));
    assertThat(halfFirst.quote().promotions())
        .extracting(AppliedPromotion::discount)
        .containsExactly(euro("50.00"), euro("10.00"));
  }

  @Test
  void whatIsNotCombinableStandsAlone() {
    Offers ten = Offers.percent("A", 1000);
    Offers half = Offers.percent("B", 5000).alone();
    assertThat(paid(hundred().promotion(ten.publish(), half.publish()))).isEqualTo(euro("90.00"));
    assertThat(paid(hundred().promotion(ten.publish(), half.priority(1).publish())))
        .isEqualTo(euro("50.00"));
  }

  @Test
  void aPromotionThatTakesNothingOffIsNotNamed() {
    Till till = new Till().standard("A", 1, "0.01").promotion(Offers.percent("P", 1).publish());
    assertThat(till.quote().promotions()).isEmpty();
  }

  @Test
  void theBookHoldsWhatIsPublishedAndNotEnded() {
    var first = Offers.percent("A", 1000).publish();
    var changed = Offers.percent("A", 2000).publish();
    var other = Offers.percent("B", 1000).publish();
    var ended = new PromotionEnded(new PromotionId("B"));
    assertThat(PromotionBook.of(List.of(first, other, changed, ended)).promotions())
        .containsExactly(changed);
    assertThat(PromotionBook.EMPTY.promotions()).isEmpty();
  }
}
