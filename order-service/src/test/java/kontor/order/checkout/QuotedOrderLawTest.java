package kontor.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.invoice.InvoiceEvent.TaxSum;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.price.PriceEvent.Price;
import kontor.order.document.Bill;
import kontor.order.document.Bills;
import kontor.pricing.cart.Article;
import kontor.pricing.cart.Buyer;
import kontor.pricing.cart.Cart;
import kontor.pricing.cart.CartLine;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.promotion.PromotionBook;
import kontor.pricing.quote.Pricing;
import kontor.pricing.quote.Quote;
import kontor.pricing.tax.TaxRules;
import org.junit.jupiter.api.Test;

/** An order says what its quote said, to the cent, and adds up in both forms of price. */
class QuotedOrderLawTest {

  private static final Instant NOON = Instant.parse("2026-11-28T11:00:00Z");
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final Pricing PRICING =
      new Pricing(TaxRules.ofEuropeanUnion(), ZoneId.of("Europe/Berlin"));

  @Test
  void everyOrderAddsUp() {
    long seed = System.nanoTime();
    System.out.println("QuotedOrderLawTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      PriceForm form = random.nextBoolean() ? PriceForm.NET : PriceForm.GROSS;
      Quote quote = quote(random, form);
      check("seed " + seed + ": " + quote, quote);
    }
  }

  /** One cent per rate is what dividing the shipping price anew may make of several rates. */
  @Test
  void theInvoiceOfAWholeOrderShowsTheQuotedNetPrices() {
    long seed = System.nanoTime();
    System.out.println("QuotedOrderLawTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      Quote quote = quote(random, PriceForm.NET);
      String what = "seed " + seed + ": " + quote;
      Bill bill = Bills.invoice(placed(quote), "RE-2026-11-00042", LocalDate.EPOCH).bill();
      assertThat(bill.total()).as(what).isEqualTo(quote.totals().grand());
      long off = quote.taxes().size() == 1 ? 0 : 1;
      for (int n = 0; n < quote.lines().size(); n++) {
        Money shown = bill.lines().get(n).net();
        assertThat(difference(shown, quote.lines().get(n).total()))
            .as(what)
            .isLessThanOrEqualTo(off);
      }
      for (int n = 0; n < bill.taxes().size(); n++) {
        TaxSum sum = bill.taxes().get(n);
        assertThat(difference(sum.tax(), quote.taxes().get(n).tax()))
            .as(what)
            .isLessThanOrEqualTo(off);
      }
    }
  }

  private static long difference(Money one, Money other) {
    return Math.abs(one.minor() - other.minor());
  }

  private static OrderPlaced placed(Quote quote) {
    return new OrderPlaced(
        new OrderId("00000000-0000-7000-8000-000000000001"),
        "1042",
        ChannelId.SHOP,
        null,
        null,
        new CustomerId("customer:1"),
        CountryCode.GERMANY,
        QuotedOrder.lines(quote, Sku::value),
        QuotedOrder.totals(quote),
        false,
        NOON);
  }

  private static void check(String what, Quote quote) {
    List<OrderLine> lines = QuotedOrder.lines(quote, Sku::value);
    OrderTotals totals = QuotedOrder.totals(quote);
    Money goods = Money.zero(EURO);
    Money sum = totals.shipping();
    for (OrderLine line : lines) {
      Money full = line.unitPrice().times(line.quantity().value());
      goods = goods.plus(full);
      sum = sum.plus(line.total());
      assertThat(line.total()).as(what).isEqualTo(full.minus(line.discount()));
      assertThat(line.discount().isNegative()).as(what).isFalse();
      if (line.net() != null) {
        assertThat(line.net().total().plus(line.tax())).as(what).isEqualTo(line.total());
      }
    }
    assertThat(totals.goods()).as(what).isEqualTo(goods);
    assertThat(sum).as(what).isEqualTo(totals.grand());
    assertThat(totals.grand()).as(what).isEqualTo(quote.totals().grand());
    assertThat(goods.minus(totals.discount()).plus(totals.shipping())).isEqualTo(totals.grand());
  }

  private static Quote quote(Random random, PriceForm form) {
    Map<Sku, List<Price>> prices = new HashMap<>();
    List<CartLine> lines = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      Sku sku = new Sku("S" + i);
      TaxClass taxClass = random.nextBoolean() ? TaxClass.STANDARD : TaxClass.REDUCED;
      Money amount = Money.ofMinor(random.nextInt(random.nextBoolean() ? 9 : 9_999), "EUR");
      prices.put(sku, List.of(new Price(amount, random.nextBoolean(), 1, null, null, null, null)));
      int units = 1 + random.nextInt(random.nextBoolean() ? 3 : 200);
      lines.add(new CartLine(new Article(sku, taxClass, List.of()), new Quantity(units)));
    }
    Buyer buyer = new Buyer(ChannelId.SHOP, null, CountryCode.GERMANY, EURO, form);
    Money shipping = Money.ofMinor(random.nextInt(1_500), "EUR");
    Cart cart = new Cart(buyer, lines, Set.of(), shipping, "standard");
    return (Quote)
        PRICING.quote(cart, sku -> prices.getOrDefault(sku, List.of()), PromotionBook.EMPTY, NOON);
  }
}
