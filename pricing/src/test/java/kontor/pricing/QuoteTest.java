package kontor.pricing;

import static kontor.pricing.Till.article;
import static kontor.pricing.Till.business;
import static kontor.pricing.Till.consumer;
import static kontor.pricing.Till.euro;
import static kontor.pricing.Till.gross;
import static kontor.pricing.Till.net;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.price.PriceEvent.Price;
import kontor.pricing.cart.Buyer;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteLine;
import kontor.pricing.quote.QuoteOutcome.NotForSale;
import kontor.pricing.quote.ShippingLine;
import kontor.pricing.quote.TaxTotal;
import kontor.pricing.rounding.AmountTooLarge;
import kontor.pricing.tax.UnknownTaxRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Carts whose sums were worked out by hand. */
class QuoteTest {

  @ParameterizedTest
  @CsvSource({
    // quantity, unit price, country, class, net, tax, gross
    "1, 119.00, DE, STANDARD, 100.00, 19.00, 119.00",
    "3,  19.99, DE, STANDARD,  50.39,  9.58,  59.97", // 59.97 × 19 ÷ 119 = 9.57504…
    "1,   1.07, DE, REDUCED,    1.00,  0.07,   1.07",
    "1,  10.55, FR, REDUCED,   10.00,  0.55,  10.55",
    "1,  11.00, AT, REDUCED,   10.00,  1.00,  11.00",
    "2,  60.50, NL, STANDARD, 100.00, 21.00, 121.00",
    "1, 125.50, FI, STANDARD, 100.00, 25.50, 125.50",
    "1,  10.00, DE, ZERO,      10.00,  0.00,  10.00",
    "1,   0.00, DE, STANDARD,   0.00,  0.00,   0.00",
  })
  void aConsumersPriceContainsTheVat(
      int quantity, String price, String country, TaxClass taxClass, String n, String t, String g) {
    Quote quote =
        new Till()
            .buyer(consumer(country))
            .put(article("A", taxClass), quantity, gross(price))
            .quote();
    assertThat(quote.totals().net()).isEqualTo(euro(n));
    assertThat(quote.totals().tax()).isEqualTo(euro(t));
    assertThat(quote.totals().grand()).isEqualTo(euro(g));
    QuoteLine line = quote.lines().get(0);
    assertThat(List.of(line.net(), line.tax(), line.gross()))
        .containsExactly(euro(n), euro(t), euro(g));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 7.77, 77.70, 14.76,  92.46", // 77.70 × 0.19 = 14.763
    " 1, 0.50,  0.50,  0.10,   0.60", // 9.5 cents of VAT: the half goes up
    " 1, 0.49,  0.49,  0.09,   0.58", // 9.31 cents
  })
  void aBusinessPaysTheVatOnTop(int quantity, String price, String n, String t, String g) {
    Quote quote =
        new Till()
            .buyer(business("DE"))
            .put(article("A", TaxClass.STANDARD), quantity, net(price))
            .quote();
    QuoteLine line = quote.lines().get(0);
    assertThat(line.total()).isEqualTo(euro(n));
    assertThat(List.of(line.net(), line.tax(), line.gross()))
        .containsExactly(euro(n), euro(t), euro(g));
    assertThat(quote.taxes()).containsExactly(new TaxTotal(1900, euro(n), euro(t), euro(g)));
    assertThat(quote.totals().grand()).isEqualTo(euro(g));
  }

  @Test
  void shippingSharesTheFateOfTheGoods() {
    Quote quote =
        new Till().standard("B", 1, "19.99").reduced("A", 2, "5.49").shipping("4.90").quote();
    // 4.90 × 10.98 ÷ 30.97 = 1.737… and 3.162…: the cent left over goes to the larger remainder
    assertThat(quote.shipping().parts())
        .containsExactly(
            new ShippingLine.Part(700, euro("1.74"), euro("0.11")),
            new ShippingLine.Part(1900, euro("3.16"), euro("0.51")));
    assertThat(quote.shipping().tax()).isEqualTo(euro("0.62"));
    assertThat(quote.taxes())
        .containsExactly(
            new TaxTotal(700, euro("11.89"), euro("0.83"), euro("12.72")),
            new TaxTotal(1900, euro("19.45"), euro("3.70"), euro("23.15")));
    assertThat(quote.totals().goods()).isEqualTo(euro("30.97"));
    assertThat(quote.totals().shipping()).isEqualTo(euro("4.90"));
    assertThat(quote.totals().tax()).isEqualTo(euro("4.53"));
    assertThat(quote.totals().grand()).isEqualTo(euro("35.87"));
    assertThat(quote.lines()).extracting(QuoteLine::sku).map(Sku::value).containsExactly("B", "A");
  }

  @Test
  void aBusinessPaysTheVatOnShippingOnTopAsWell() {
    Quote quote =
        new Till()
            .buyer(business("DE"))
            .put(article("A", TaxClass.STANDARD), 10, net("7.77"))
            .shipping("4.20")
            .quote();
    assertThat(quote.lines().get(0).tax()).isEqualTo(euro("14.76"));
    assertThat(quote.shipping().tax()).isEqualTo(euro("0.80"));
    assertThat(quote.totals().net()).isEqualTo(euro("81.90"));
    assertThat(quote.totals().grand()).isEqualTo(euro("97.46"));
  }

  @Test
  void shippingOfGiftsFallsUnderTheHighestRate() {
    Quote quote =
        new Till().standard("A", 1, "0.00").reduced("B", 1, "0.00").shipping("5.95").quote();
    assertThat(quote.shipping().tax()).isEqualTo(euro("0.95"));
    assertThat(quote.totals().grand()).isEqualTo(euro("5.95"));
  }

  @Test
  void theVatOfARateIsDividedOverItsLinesToTheCent() {
    Till till =
        new Till().standard("A", 1, "8.49").standard("B", 1, "8.49").standard("C", 1, "8.49");
    // 25.47 × 19 ÷ 119 = 4.0666…: 4.07 is 1.36 + 1.36 + 1.35, and not 3 × 1.36 = 4.08
    assertThat(till.quote().lines())
        .extracting(QuoteLine::tax)
        .containsExactly(euro("1.36"), euro("1.36"), euro("1.35"));
  }

  @Test
  void thePriceOfTheOtherFormIsConvertedPerUnit() {
    Till consumer = new Till().put(article("A", TaxClass.STANDARD), 2, net("8.40"));
    assertThat(consumer.line("A").unitPrice()).isEqualTo(euro("10.00")); // 9.996
    assertThat(consumer.quote().totals().grand()).isEqualTo(euro("20.00"));
    Till business = new Till().buyer(business("DE")).standard("A", 2, "10.00");
    assertThat(business.line("A").unitPrice()).isEqualTo(euro("8.40")); // 8.4033…
    assertThat(business.quote().totals().grand()).isEqualTo(euro("19.99"));
  }

  @Test
  void theRateIsThatOfTheSellersDay() {
    Till till = new Till().standard("A", 1, "116.00");
    assertThat(till.at("2020-12-31T22:59:59Z").quote().totals().tax()).isEqualTo(euro("16.00"));
    assertThat(till.at("2020-12-31T23:00:00Z").quote().totals().tax()).isEqualTo(euro("18.52"));
    assertThat(till.at("2020-06-30T21:59:59Z").quote().totals().tax()).isEqualTo(euro("18.52"));
    assertThat(till.at("2020-06-30T22:00:00Z").quote().totals().tax()).isEqualTo(euro("16.00"));
  }

  @Test
  void aCurrencyWithoutDecimalsStaysWhole() {
    Currency yen = Currency.getInstance("JPY");
    Buyer buyer = Buyer.consumer(ChannelId.SHOP, CountryCode.GERMANY, yen);
    Till till = new Till().buyer(buyer).shipping(Money.of("0", "JPY"));
    till.put(article("A", TaxClass.STANDARD), 1, Price.gross(Money.of("5980", "JPY")));
    assertThat(till.quote().totals().tax()).isEqualTo(Money.of("955", "JPY"));
  }

  @Test
  void whatHasNoPriceIsNamed() {
    Till till = new Till().standard("B", 1, "1.00");
    till.put(article("C", TaxClass.STANDARD), 1).put(article("A", TaxClass.STANDARD), 1);
    assertThat(till.outcome()).isEqualTo(new NotForSale(List.of(new Sku("A"), new Sku("C"))));
  }

  @Test
  void whatCannotBeQuotedIsToldClearly() {
    assertThatThrownBy(() -> new Till().quote()).hasMessage("the cart is empty");
    assertThatThrownBy(() -> new Till().buyer(consumer("XX")).standard("A", 1, "1.00").quote())
        .isInstanceOf(UnknownTaxRate.class)
        .hasMessageContaining("STANDARD in XX on 2026-05-04");
    assertThatThrownBy(() -> new Till().standard("A", 0, "1.00")).hasMessage("no units of A");
    assertThatThrownBy(() -> new Till().standard("A", 1, "1.00").standard("A", 1, "1.00").quote())
        .hasMessage("twice in the cart: A");
    assertThatThrownBy(() -> new Till().standard("A", 1, "1.00").shipping("-1.00").quote())
        .hasMessageContaining("-1.00 EUR");
    Money dollars = Money.of("1.00", "USD");
    assertThatThrownBy(() -> new Till().standard("A", 1, "1.00").shipping(dollars).quote())
        .hasMessageContaining("1.00 USD");
  }

  @Test
  void amountsBeyondALongAreNotWrapped() {
    String huge = "99999999999999.99";
    assertThatThrownBy(() -> new Till().standard("A", 2_000_000_000, huge).quote())
        .isInstanceOf(AmountTooLarge.class)
        .hasMessageContaining("the cart's amounts");
    Price most = Price.gross(Money.ofMinor(Long.MAX_VALUE, "EUR"));
    Till two = new Till().put(article("A", TaxClass.STANDARD), 1, most);
    assertThat(two.show()).isPresent();
    two.put(article("B", TaxClass.STANDARD), 1, most);
    assertThatThrownBy(two::quote).isInstanceOf(AmountTooLarge.class);
    Price net = new Price(Money.ofMinor(Long.MAX_VALUE, "EUR"), false, 1, null, null, null, null);
    Till converted = new Till().put(article("A", TaxClass.STANDARD), 1, net);
    assertThatThrownBy(converted::show)
        .isInstanceOf(AmountTooLarge.class)
        .hasMessageContaining("the price of A");
  }
}
