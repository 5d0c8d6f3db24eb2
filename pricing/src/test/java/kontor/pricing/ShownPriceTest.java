package kontor.pricing;

import static kontor.pricing.Till.article;
import static kontor.pricing.Till.business;
import static kontor.pricing.Till.euro;
import static kontor.pricing.Till.net;
import static org.assertj.core.api.Assertions.assertThat;

import kontor.contracts.TaxClass;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.quote.ShownPrice;
import org.junit.jupiter.api.Test;

/** What list and product page show. */
class ShownPriceTest {

  @Test
  void theShownPriceIsThatOfACartWithOneUnit() {
    Till till = new Till().standard("A", 1, "19.99");
    till.promotion(Offers.percent("P", 1000).publish());
    ShownPrice shown = till.show().orElseThrow();
    assertThat(shown)
        .isEqualTo(
            new ShownPrice(PriceForm.GROSS, euro("19.99"), euro("17.99"), 1900, euro("2.87")));
    assertThat(shown.price()).isEqualTo(till.quote().totals().grand());
    assertThat(shown.isReduced()).isTrue();
    assertThat(shown.gross()).isEqualTo(euro("17.99"));
  }

  @Test
  void aBusinessSeesTheNetPrice() {
    Till till = new Till().buyer(business("DE"));
    till.put(article("A", TaxClass.STANDARD), 1, net("10.00"));
    ShownPrice shown = till.show().orElseThrow();
    assertThat(shown.price()).isEqualTo(euro("10.00"));
    assertThat(shown.tax()).isEqualTo(euro("1.90"));
    assertThat(shown.gross()).isEqualTo(euro("11.90"));
    assertThat(shown.isReduced()).isFalse();
  }

  @Test
  void anAmountOffTheCartAndACouponDoNotChangeIt() {
    Till till = new Till().standard("A", 1, "19.99");
    till.promotion(
        Offers.amount("P", euro("5.00")).priority(1).publish(),
        Offers.percent("Q", 1000).coupon("X").publish());
    assertThat(till.show().orElseThrow().price()).isEqualTo(euro("19.99"));
  }

  @Test
  void whatMayBeUsedUpWhenTheBuyerPaysIsNotShownAndStandsInNobodysWay() {
    Till till = new Till().standard("A", 1, "20.00");
    till.promotion(
        Offers.percent("P", 5000).priority(1).alone().publish(10),
        Offers.percent("Q", 1000).publish());
    assertThat(till.show().orElseThrow().price()).isEqualTo(euro("18.00"));
    assertThat(till.quote().totals().grand()).isEqualTo(euro("10.00"));
  }

  @Test
  void whatIsNotForSaleIsNotShown() {
    assertThat(new Till().put(article("A", TaxClass.STANDARD), 1).show()).isEmpty();
  }
}
