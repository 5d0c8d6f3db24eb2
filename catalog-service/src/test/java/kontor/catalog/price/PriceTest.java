package kontor.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kontor.catalog.edit.Fault;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What prices may be like, and when they change by themselves. */
class PriceTest {

  private static final Sku SKU = new Sku("A");
  private static final Instant ONE = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant TWO = Instant.parse("2026-12-24T00:00:00Z");

  @Test
  void theSamePricesAgainDecideNothing() {
    PriceSheet sheet = new PriceSheet(List.of(price("9.90", null, null, null)));
    assertThat(sheet.set(SKU, sheet.prices())).isEmpty();
    assertThat(sheet.set(SKU, List.of())).containsExactly(new PricesSet(SKU, List.of()));
  }

  @Test
  void aFileReplacesThePricesForAllAndLeavesThoseOfAChannel() {
    Price ebay = price("12.00", new ChannelId("ebay-de"), null, null);
    PriceSheet sheet = new PriceSheet(List.of(price("9.90", null, null, null), ebay));
    Price now = price("8.90", null, null, null);
    assertThat(sheet.setGeneral(SKU, List.of(now)))
        .containsExactly(new PricesSet(SKU, List.of(now, ebay)));
    PriceSheet after = new PriceSheet(List.of(now, ebay));
    assertThat(after.setGeneral(SKU, List.of(now))).isEmpty();
  }

  @Test
  void twoPricesForTheSameBuyersAndTimeAreRefused() {
    List<Price> prices = List.of(price("9.90", null, null, null), price("8.90", null, null, null));
    assertThat(PriceRules.faults(prices))
        .extracting(Fault::field)
        .containsExactly("prices[1].amount");
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    assertThat(PriceRules.faults(List.of(price("9.90", null, TWO, ONE))))
        .extracting(Fault::field)
        .containsExactly("prices[0].until");
    assertThat(PriceRules.faults(List.of(price("9.90", null, ONE, TWO)))).isEmpty();
  }

  @Test
  void theNextChangeIsTheNearestBeginOrEndThatIsStillToCome() {
    List<Price> prices = List.of(price("9.90", null, null, null), price("7.90", null, ONE, TWO));
    assertThat(Periods.next(prices, ONE.minusSeconds(1))).isEqualTo(ONE);
    assertThat(Periods.next(prices, ONE)).isEqualTo(TWO);
    assertThat(Periods.next(prices, TWO)).isEqualTo(Instant.MAX);
  }

  private static Price price(
      String amount, @Nullable ChannelId channel, @Nullable Instant from, @Nullable Instant until) {
    return new Price(Money.of(amount, "EUR"), true, 1, channel, null, from, until);
  }
}
