package kontor.pricing;

import static kontor.pricing.Till.NOON;
import static kontor.pricing.Till.consumer;
import static kontor.pricing.Till.euro;
import static kontor.pricing.Till.gross;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.pricing.cart.Buyer;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.price.PriceBook;
import kontor.pricing.price.PriceChoice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which price wins. */
class PriceChoiceTest {

  private static final Buyer BUYER =
      new Buyer(
          ChannelId.SHOP, "vip", CountryCode.GERMANY, Currency.getInstance("EUR"), PriceForm.GROSS);
  private static final Instant BEFORE = NOON.minus(Duration.ofDays(1));
  private static final Instant AFTER = NOON.plus(Duration.ofDays(1));

  private static Price price(
      String amount,
      int tier,
      @Nullable String channel,
      @Nullable String group,
      @Nullable Instant from,
      @Nullable Instant until) {
    ChannelId where = channel == null ? null : new ChannelId(channel);
    return new Price(euro(amount), true, tier, where, group, from, until);
  }

  private static void wins(Buyer buyer, int quantity, Price winner, Price... others) {
    List<Price> all = new ArrayList<>(List.of(others));
    all.add(winner);
    assertThat(PriceChoice.choose(all, buyer, new Quantity(quantity), NOON)).contains(winner);
    Collections.reverse(all);
    assertThat(PriceChoice.choose(all, buyer, new Quantity(quantity), NOON)).contains(winner);
  }

  private static void holdsNot(Price price) {
    assertThat(PriceChoice.choose(List.of(price), BUYER, new Quantity(5), NOON)).isEmpty();
  }

  @Test
  void theBuyersGroupComesBeforeTheChannel() {
    Price group = price("30.00", 1, null, "vip", null, null);
    Price channel = price("20.00", 1, "shop", null, BEFORE, AFTER);
    wins(BUYER, 1, group, channel, gross("10.00"));
    wins(consumer("DE"), 1, channel, group, gross("10.00"));
  }

  @Test
  void theChannelComesBeforeThePeriod() {
    Price channel = price("20.00", 1, "shop", null, null, null);
    wins(BUYER, 1, channel, price("10.00", 1, null, null, BEFORE, AFTER), gross("5.00"));
  }

  @Test
  void thePeriodComesBeforeTheTier() {
    Price both = price("30.00", 1, null, null, BEFORE, AFTER);
    Price start = price("20.00", 1, null, null, NOON, null);
    Price end = price("20.00", 1, null, null, null, AFTER);
    wins(BUYER, 10, both, start, price("10.00", 10, null, null, null, null));
    wins(BUYER, 10, start, end, price("10.00", 10, null, null, null, null));
    wins(BUYER, 10, end, gross("10.00"));
  }

  @Test
  void theHigherTierComesBeforeTheLower() {
    Price one = gross("9.00");
    Price five = price("10.00", 5, null, null, null, null);
    Price ten = price("11.00", 10, null, null, null, null);
    wins(BUYER, 10, ten, one, five);
    wins(BUYER, 9, five, one, ten);
    wins(BUYER, 5, five, one, ten);
    wins(BUYER, 4, one, five, ten);
  }

  @Test
  void theLaterStartThenTheLowerAmountDecide() {
    Price later = price("20.00", 1, null, null, BEFORE.plusSeconds(1), null);
    wins(BUYER, 1, later, price("10.00", 1, null, null, BEFORE, null));
    wins(BUYER, 1, gross("9.99"), gross("10.00"));
  }

  @Test
  void aPriceHoldsFromItsFirstMomentAndNotInItsLast() {
    wins(BUYER, 1, price("1.00", 1, null, null, NOON, NOON.plusMillis(1)));
    holdsNot(price("1.00", 1, null, null, NOON.plusMillis(1), null));
    holdsNot(price("1.00", 1, null, null, null, NOON));
  }

  @Test
  void aPriceOfOthersDoesNotHold() {
    holdsNot(price("1.00", 1, "ebay-de", null, null, null));
    holdsNot(price("1.00", 1, null, "b2b", null, null));
    holdsNot(price("1.00", 6, null, null, null, null));
    holdsNot(Price.gross(Money.of("1.00", "USD")));
    Price vip = price("1.00", 1, null, "vip", null, null);
    assertThat(PriceChoice.choose(List.of(vip), consumer("DE"), new Quantity(1), NOON)).isEmpty();
  }

  @Test
  void theBookHoldsWhatWasSetLast() {
    Sku sku = new Sku("A");
    PriceBook book =
        PriceBook.of(
            List.of(
                new PricesSet(sku, List.of(gross("1.00"))),
                new PricesSet(sku, List.of(gross("2.00"))),
                new PricesSet(new Sku("B"), List.of())));
    assertThat(book.of(sku)).containsExactly(gross("2.00"));
    assertThat(book.of(new Sku("B"))).isEmpty();
    assertThat(book.of(new Sku("C"))).isEmpty();
  }
}
