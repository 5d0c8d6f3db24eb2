package kontor.pricing;

import static kontor.pricing.Till.article;
import static kontor.pricing.Till.business;
import static kontor.pricing.Till.euro;
import static kontor.pricing.Till.gross;
import static kontor.pricing.Till.net;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.TaxClass;
import kontor.contracts.price.PriceEvent.Price;
import kontor.pricing.cart.Buyer;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteLine;
import kontor.pricing.quote.ShippingPrice;
import org.junit.jupiter.api.Test;

/** Faults that other systems had with carts, by their number. */
class CasesTest {

  /** A net price of 0.47 is 0.5593 with VAT: 0.56 is shown, and three cost three times that. */
  @Test
  void case17TheUnitThatIsShownIsTheUnitThatIsCharged() {
    Till till = new Till().put(article("A", TaxClass.STANDARD), 3, net("0.47"));

    assertThat(till.line("A").unitPrice()).isEqualTo(euro("0.56"));
    assertThat(till.line("A").total()).isEqualTo(euro("1.68"));
    assertThat(till.show().orElseThrow().price()).isEqualTo(euro("0.56"));
  }

  /** A delivery fee of 4.96 net is 6.00 to a Dutch buyer; nothing is rounded twice. */
  @Test
  void case19GrossPricesAndANetFeeAddUpToTheCent() {
    Till till = new Till().buyer(Till.consumer("NL")).standard("A", 1, "45.00");
    Quote quote = till.standard("B", 1, "49.00").shipping("6.00").quote();

    assertThat(quote.totals().grand()).isEqualTo(euro("100.00"));
    assertThat(quote.totals().net().plus(quote.totals().tax())).isEqualTo(euro("100.00"));
    assertThat(ShippingPrice.net(euro("6.00"), quote)).isEqualTo(euro("4.96"));
  }

  @Test
  void case21TheSharesOfADiscountAddUpInAnyOrderOfLines() {
    Offers three = Offers.amount("P", euro("3.00"));
    Till till =
        new Till().standard("A", 1, "7.00").standard("B", 1, "33.00").standard("C", 1, "25.00");
    Till other =
        new Till().standard("C", 1, "25.00").standard("B", 1, "33.00").standard("A", 1, "7.00");

    assertThat(till.promotion(three.publish()).quote().lines())
        .extracting(QuoteLine::discount)
        .containsExactly(euro("0.32"), euro("1.52"), euro("1.16"));
    assertThat(other.promotion(three.publish()).quote().lines())
        .extracting(QuoteLine::discount)
        .containsExactly(euro("1.16"), euro("1.52"), euro("0.32"));
  }

  @Test
  void case23ZeroIsAPriceAndAMissingOneIsNot() {
    Price forGroup = new Price(euro("0.00"), false, 1, null, "b2b", null, null);
    Till free = new Till().buyer(business("DE"));
    free.put(article("A", TaxClass.STANDARD), 1, net("50.00"), forGroup);
    Till base = new Till().buyer(business("DE"));
    base.put(article("A", TaxClass.STANDARD), 1, net("50.00"));

    assertThat(free.line("A").total()).isEqualTo(euro("0.00"));
    assertThat(base.line("A").total()).isEqualTo(euro("50.00"));
  }

  @Test
  void case25AYenHasNoFraction() {
    Currency yen = Currency.getInstance("JPY");
    Buyer buyer = new Buyer(ChannelId.SHOP, null, new CountryCode("AT"), yen, PriceForm.NET);
    Price price = new Price(Money.of("1001", "JPY"), false, 1, null, null, null, null);
    Till till = new Till().buyer(buyer).shipping(Money.of("0", "JPY"));
    Quote quote = till.put(article("A", TaxClass.REDUCED), 3, price).quote();

    assertThat(quote.totals().net()).isEqualTo(Money.of("3003", "JPY"));
    assertThat(quote.totals().tax()).isEqualTo(Money.of("300", "JPY"));
    assertThat(quote.totals().grand()).isEqualTo(Money.of("3303", "JPY"));
  }

  @Test
  void case29StackedDiscountsEndAtZero() {
    Till all = new Till().standard("A", 1, "10.00");
    all.promotion(Offers.percent("P", 10_000).publish(), Offers.percent("Q", 2_000).publish());
    Till fixed = new Till().standard("A", 1, "12.00");
    fixed.promotion(
        Offers.amount("P", euro("15.00")).publish(), Offers.percent("Q", 1_000).publish());

    for (Till till : List.of(all, fixed)) {
      QuoteLine line = till.line("A");
      assertThat(line.total()).isEqualTo(euro("0.00"));
      assertThat(line.discount()).isEqualTo(line.unitPrice());
      assertThat(till.quote().totals().discount()).isEqualTo(line.unitPrice());
    }
  }

  @Test
  void case31DiscountsApplyByTheirPriority() {
    assertThat(bothOf(2, 1)).isEqualTo(euro("67.50"));
    assertThat(bothOf(1, 2)).isEqualTo(euro("65.00"));
  }

  private static Money bothOf(int amountsPriority, int percentsPriority) {
    Offers amount = Offers.amount("A", euro("10.00")).priority(amountsPriority);
    Offers percent = Offers.percent("B", 2_500).priority(percentsPriority);
    Till till = new Till().put(article("A", TaxClass.STANDARD), 1, gross("100.00"));
    return till.promotion(amount.publish(), percent.publish()).quote().totals().grand();
  }
}
