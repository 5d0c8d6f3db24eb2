package kontor.pricing;

import static kontor.pricing.Till.article;
import static kontor.pricing.Till.business;
import static kontor.pricing.Till.consumer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import kontor.contracts.Money;
import kontor.contracts.TaxClass;
import kontor.contracts.TaxTreatment;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import kontor.pricing.cart.Article;
import kontor.pricing.cart.Buyer;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.promotion.AppliedPromotion;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteLine;
import kontor.pricing.quote.ShippingLine;
import kontor.pricing.quote.TaxTotal;
import org.junit.jupiter.api.Test;

/** What holds for every cart, tried on generated ones. */
class QuoteLawsTest {

  private static final int CARTS = 3_000;
  private static final List<TaxClass> TAX_CLASSES = List.of(TaxClass.values());

  private record Item(Article article, int quantity, Price price) {}

  /** One generated cart; the same random numbers again with the lines in another order. */
  private record Case(
      List<Item> items, List<PromotionPublished> promotions, Money shipping, Buyer buyer) {

    Quote quote(List<Item> order) {
      Till till = new Till().buyer(buyer).shipping(shipping);
      till.coupon("X").promotion(promotions.toArray(PromotionPublished[]::new));
      order.forEach(item -> till.put(item.article(), item.quantity(), item.price()));
      return till.quote();
    }
  }

  @Test
  void everyCartAddsUp() {
    long seed = System.nanoTime();
    System.out.println("QuoteLawsTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < CARTS; i++) {
      Case one = generate(random);
      Quote quote = one.quote(one.items());
      try {
        checkLines(quote);
        checkDiscounts(quote);
        checkTaxes(quote);
        checkShipping(quote);
        checkOrder(one, quote, random);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ", cart " + i + ": " + one, e);
      }
    }
  }

  private static Case generate(Random random) {
    List<Item> items = new ArrayList<>();
    int lines = 1 + random.nextInt(6);
    for (int i = 0; i < lines; i++) {
      TaxClass taxClass = TAX_CLASSES.get(random.nextInt(3));
      Article article = article("S" + i, taxClass, random.nextBoolean() ? "X > Y" : "Z");
      Money amount = cents(random.nextInt(4) == 0 ? random.nextInt(5) : random.nextInt(50_000));
      Price price = new Price(amount, random.nextBoolean(), 1, null, null, null, null);
      items.add(new Item(article, 1 + random.nextInt(9), price));
    }
    List<PromotionPublished> promotions = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      promotions.add(promotion("P" + i, random));
    }
    return new Case(items, promotions, cents(random.nextInt(1_000)), buyer(random));
  }

  /** One who pays VAT or one who does not, shown prices with it or without. */
  private static Buyer buyer(Random random) {
    Buyer taxed = random.nextBoolean() ? business("DE") : consumer("DE");
    List<TaxTreatment> all = List.of(TaxTreatment.values());
    return Till.treated(taxed, all.get(random.nextInt(all.size())));
  }

  private static PromotionPublished promotion(String id, Random random) {
    Offers offer =
        random.nextBoolean()
            ? Offers.percent(id, 1 + random.nextInt(10_000))
            : Offers.amount(id, cents(random.nextInt(20_000)));
    offer = random.nextInt(3) == 0 ? offer.in("X") : offer;
    offer = random.nextInt(3) == 0 ? offer.on("S0", "S2") : offer;
    offer = random.nextInt(3) == 0 ? offer.coupon("x") : offer;
    offer = random.nextInt(5) == 0 ? offer.alone() : offer;
    offer =
        random.nextInt(5) == 0 ? offer.between(Till.NOON.plus(Duration.ofDays(1)), null) : offer;
    return offer.priority(random.nextInt(3)).publish();
  }

  private static Money cents(long minor) {
    return Money.ofMinor(minor, "EUR");
  }

  private static <T> Money sum(List<T> all, Function<T, Money> part) {
    return all.stream().map(part).reduce(cents(0), Money::plus);
  }

  private static void checkLines(Quote quote) {
    for (QuoteLine line : quote.lines()) {
      assertThat(line.goods()).isEqualTo(line.unitPrice().times(line.quantity().value()));
      assertThat(line.total()).isEqualTo(line.goods().minus(line.discount()));
      assertThat(line.total().isNegative()).isFalse();
      assertThat(line.tax().isNegative()).isFalse();
      assertThat(line.net().plus(line.tax())).isEqualTo(line.gross());
    }
    Money gross = sum(quote.lines(), QuoteLine::gross).plus(shippingGross(quote));
    assertThat(quote.totals().grand()).isEqualTo(gross);
    assertThat(quote.totals().net().plus(quote.totals().tax())).isEqualTo(quote.totals().grand());
    Money paid =
        quote.totals().goods().minus(quote.totals().discount()).plus(quote.totals().shipping());
    assertThat(paid)
        .isEqualTo(quote.form() == PriceForm.GROSS ? quote.totals().grand() : quote.totals().net());
  }

  private static Money shippingGross(Quote quote) {
    ShippingLine shipping = quote.shipping();
    return quote.form() == PriceForm.GROSS
        ? shipping.price()
        : shipping.price().plus(shipping.tax());
  }

  private static void checkDiscounts(Quote quote) {
    Money onLines = sum(quote.lines(), QuoteLine::discount);
    assertThat(sum(quote.promotions(), AppliedPromotion::discount)).isEqualTo(onLines);
    assertThat(quote.totals().discount()).isEqualTo(onLines);
    assertThat(quote.lines()).noneMatch(line -> line.discount().isNegative());
  }

  private static void checkTaxes(Quote quote) {
    Map<Integer, Money> byRate = new HashMap<>();
    quote.lines().forEach(line -> byRate.merge(line.taxRate(), line.tax(), Money::plus));
    quote.shipping().parts().forEach(p -> byRate.merge(p.taxRate(), p.tax(), Money::plus));
    for (TaxTotal total : quote.taxes()) {
      assertThat(total.net().plus(total.tax())).isEqualTo(total.gross());
      assertThat(total.tax()).isEqualTo(byRate.get(total.taxRate()));
      double exact = total.net().minor() * total.taxRate() / 10_000.0;
      assertThat((double) total.tax().minor()).isBetween(exact - 1, exact + 1);
    }
    assertThat(byRate).hasSameSizeAs(quote.taxes());
    assertThat(sum(quote.taxes(), TaxTotal::tax)).isEqualTo(quote.totals().tax());
  }

  private static void checkShipping(Quote quote) {
    ShippingLine shipping = quote.shipping();
    assertThat(sum(shipping.parts(), ShippingLine.Part::price)).isEqualTo(shipping.price());
    assertThat(shipping.parts()).noneMatch(part -> part.price().isNegative());
  }

  private static void checkOrder(Case one, Quote quote, Random random) {
    List<Item> shuffled = new ArrayList<>(one.items());
    Collections.shuffle(shuffled, random);
    Quote other = one.quote(shuffled);
    assertThat(other.hash()).isEqualTo(quote.hash());
    assertThat(new HashSet<>(other.lines())).isEqualTo(new HashSet<>(quote.lines()));
    assertThat(other.totals()).isEqualTo(quote.totals());
  }
}
