package kontor.pricing;

import static kontor.pricing.Till.article;
import static kontor.pricing.Till.business;
import static org.assertj.core.api.Assertions.assertThat;

import kontor.contracts.TaxClass;
import org.junit.jupiter.api.Test;

/** The fingerprint by which checkout notices that something changed. */
class QuoteHashTest {

  private static Till cart() {
    return new Till().standard("Ä 1", 2, "19.99").reduced("B", 1, "5.49").shipping("4.90");
  }

  @Test
  void theSameCartHasTheSameHashInAnyOrder() {
    Till turned = new Till().reduced("B", 1, "5.49").standard("Ä 1", 2, "19.99").shipping("4.90");
    assertThat(turned.quote().hash()).isEqualTo(cart().quote().hash());
    assertThat(cart().quote().hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void theLayoutStaysAsItIs() {
    // sha256("kontor-quote-1\tGROSS\tEUR\t\nline\tA\t1\t11900\t0\t11900\t1900\t1900\t\n
    //         shipping\t1900\t0\t0\t\ntotal\t10000\t1900\t11900\t\n")
    assertThat(new Till().standard("A", 1, "119.00").quote().hash())
        .isEqualTo("c23a29159aa35d857b83a3309176383e6a49371f37b9e7e36eee1403646a49f9");
  }

  @Test
  void whateverIsPaidOtherwiseChangesIt() {
    String hash = cart().quote().hash();
    assertThat(
            new Till()
                .standard("Ä 1", 2, "19.98")
                .reduced("B", 1, "5.49")
                .shipping("4.90")
                .quote()
                .hash())
        .isNotEqualTo(hash);
    assertThat(cart().shipping("4.91").quote().hash()).isNotEqualTo(hash);
    assertThat(cart().at("2020-08-01T00:00:00Z").quote().hash()).isNotEqualTo(hash);
    assertThat(cart().promotion(Offers.percent("P", 100).publish()).quote().hash())
        .isNotEqualTo(hash);
    assertThat(cart().buyer(business("DE")).quote().hash()).isNotEqualTo(hash);
    assertThat(cart().put(article("C", TaxClass.ZERO), 1, Till.gross("0.00")).quote().hash())
        .isNotEqualTo(hash);
  }

  @Test
  void whichPromotionItWasBelongsToIt() {
    String one = cart().promotion(Offers.percent("P", 100).publish()).quote().hash();
    String other = cart().promotion(Offers.percent("Q", 100).publish()).quote().hash();
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void aCouponThatDoesNothingDoesNotChangeIt() {
    assertThat(cart().coupon("NIX").quote().hash()).isEqualTo(cart().quote().hash());
  }
}
