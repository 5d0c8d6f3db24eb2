package kontor.pricing;

import static kontor.pricing.Till.business;
import static kontor.pricing.Till.consumer;
import static kontor.pricing.Till.euro;
import static kontor.pricing.Till.net;
import static kontor.pricing.Till.treated;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import kontor.contracts.Money;
import kontor.contracts.TaxClass;
import kontor.contracts.TaxTreatment;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteLine;
import kontor.pricing.quote.ShippingPrice;
import org.junit.jupiter.api.Test;

/** Sales free of VAT, and the day on which a rate changes. */
class TreatmentTest {

  @Test
  void aBusinessInAnotherMemberStatePaysTheNetPriceWithoutVat() {
    Quote quote =
        new Till()
            .buyer(treated(business("DE"), TaxTreatment.INTRA_COMMUNITY))
            .standard("A", 2, "11.90")
            .put(Till.article("B", TaxClass.REDUCED), 1, net("5.00"))
            .shipping("4.12")
            .quote();

    assertThat(quote.lines()).extracting(QuoteLine::taxRate).containsExactly(0, 0);
    assertThat(quote.lines().get(0).unitPrice()).isEqualTo(euro("10.00"));
    assertThat(quote.totals().tax()).isEqualTo(euro("0.00"));
    assertThat(quote.totals().grand()).isEqualTo(euro("29.12"));
  }

  @Test
  void anExportCostsAConsumerThePriceLessTheVatInIt() {
    Quote quote =
        new Till()
            .buyer(treated(consumer("DE"), TaxTreatment.EXPORT))
            .standard("A", 1, "11.90")
            .quote();

    assertThat(quote.totals().grand()).isEqualTo(euro("10.00"));
  }

  @Test
  void shippingSetWithVatCostsABusinessLessAsItsGoodsAreTaxed() {
    Till till = new Till().buyer(business("DE"));
    Quote standard = till.standard("A", 1, "11.90").quote();
    assertThat(ShippingPrice.net(euro("4.90"), standard)).isEqualTo(euro("4.12"));

    Quote mixed = till.put(Till.article("B", TaxClass.REDUCED), 1, net("10.00")).quote();
    assertThat(ShippingPrice.net(euro("4.90"), mixed)).isEqualTo(euro("4.35"));
  }

  @Test
  void netShippingIsNeverNegativeNorMoreThanItsGrossPrice() {
    long seed = System.nanoTime();
    System.out.println("TreatmentTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      Till till = new Till().buyer(business("DE")).shipping("0.00");
      for (String sku : List.of("A", "B", "C").subList(0, 1 + random.nextInt(3))) {
        TaxClass taxClass = random.nextBoolean() ? TaxClass.STANDARD : TaxClass.REDUCED;
        String price = Money.ofMinor(random.nextInt(9_999), "EUR").amount();
        till.put(Till.article(sku, taxClass), 1 + random.nextInt(5), Till.gross(price));
      }
      Money gross = Money.ofMinor(random.nextInt(3_000), "EUR");
      Money net = ShippingPrice.net(gross, till.quote());
      assertThat(net.isNegative()).as("seed " + seed).isFalse();
      assertThat(net).as("seed " + seed).isLessThanOrEqualTo(gross);
      assertThat(net.times(119).minor())
          .as("seed " + seed)
          .isGreaterThan(gross.minor() * 100 - 400);
    }
  }

  @Test
  void aNewRateHoldsFromMidnightWhereTheShopIs() {
    Till till = new Till().buyer(consumer("RO")).standard("A", 1, "12.10");

    Quote before = till.at("2025-07-31T21:59:59.999Z").quote();
    Quote after = till.at("2025-07-31T22:00:00Z").quote();
    assertThat(before.lines().get(0).taxRate()).isEqualTo(1_900);
    assertThat(after.lines().get(0).taxRate()).isEqualTo(2_100);
    assertThat(after.totals().grand()).isEqualTo(euro("12.10"));
    assertThat(after.totals().tax()).isEqualTo(euro("2.10"));
    assertThat(after.hash()).isNotEqualTo(before.hash());
  }
}
