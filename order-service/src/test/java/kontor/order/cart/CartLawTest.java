package kontor.order.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.order.cart.CartEvent.CartOpened;
import kontor.order.cart.CartEvent.CountrySet;
import kontor.order.cart.CartEvent.CouponSet;
import kontor.order.cart.CartEvent.LineSet;
import kontor.order.cart.CartEvent.NoticesDismissed;
import kontor.order.cart.CartEvent.PromotionsRefused;
import kontor.order.cart.CartEvent.RefusedPromotion;
import kontor.order.cart.CartEvent.SeenLine;
import kontor.order.cart.ShoppingCart.MergedCart;
import kontor.order.cart.ShoppingCart.NoCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.cart.ShoppingCart.OrderedCart;
import kontor.order.promotion.UseRefusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Carts that merge, in any order of steps. */
class CartLawTest {

  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final Sku TEA = new Sku("TEE");
  private static final Sku CUP = new Sku("TASSE");
  private static final RefusedPromotion USED_UP =
      new RefusedPromotion(new PromotionId("advent"), "Advent", "ADVENT", UseRefusal.USED_UP);
  private static final OrderId ORDER = new OrderId("00000000-0000-7000-8000-000000000001");

  @Test
  void linesOfOneGuestCartAreAddedOnceHoweverTheStepsAreRepeated() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random chance = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      OpenCart guest = cart("guest:a", 1 + chance.nextInt(9), chance.nextInt(9));
      ShoppingCart mine = cart("customer:a", chance.nextInt(9), chance.nextInt(9));
      int tea = lines(mine).quantity(TEA).value() + guest.lines().quantity(TEA).value();
      int limit = 1 + chance.nextInt(12);
      Map<Sku, Quantity> most = Map.of(TEA, new Quantity(limit));
      int times = 1 + chance.nextInt(4);
      for (int n = 0; n < times; n++) {
        mine = after(mine, CartDecider.take(mine, "g", guest, most, NOW));
      }

      assertThat(lines(mine).quantity(TEA).value()).isEqualTo(Math.min(tea, limit));
      Quantity summed = summed(mine);
      assertThat(summed).isEqualTo(tea > limit ? new Quantity(tea) : null);
    }
  }

  @Test
  void aGuestCartGoesElsewhereOnlyFromWhereItWas() {
    ShoppingCart guest = cart("guest:a", 1, 0);
    guest = after(guest, CartDecider.merge(guest, "first", "", NOW));
    assertThat(CartDecider.merge(guest, "second", "", NOW)).isEmpty();
    assertThat(CartDecider.merge(guest, "second", "other", NOW)).isEmpty();

    guest = after(guest, CartDecider.merge(guest, "second", "first", NOW));
    assertThat(guest).isInstanceOf(MergedCart.class);
    assertThat(((MergedCart) guest).into()).isEqualTo("second");
  }

  @Test
  void aClosedCartTakesNothingAndChangesNothing() {
    OpenCart open = cart("customer:a", 1, 1);
    ShoppingCart ordered = after(open, CartDecider.checkOut(open, open, ORDER));
    assertThat(ordered).isEqualTo(new OrderedCart(open, ORDER));

    assertThat(CartDecider.take(ordered, "g", open, Map.of(), NOW)).isEmpty();
    assertThat(CartDecider.setLine(ordered, new LineSet(TEA, new Quantity(9), null, NOW)))
        .isEmpty();
    assertThat(CartDecider.merge(ordered, "x", "", NOW)).isEmpty();
    assertThat(CartDecider.setCountry(ordered, new CountryCode("AT"), NOW)).isEmpty();
  }

  @Test
  void aCartThatChangedSinceItWasPricedIsNotOrdered() {
    OpenCart agreed = cart("guest:a", 1, 0);
    ShoppingCart changed =
        after(agreed, CartDecider.setLine(agreed, new LineSet(CUP, new Quantity(2), null, NOW)));

    assertThat(CartDecider.checkOut(changed, agreed, ORDER)).isEmpty();
  }

  @Test
  void whatAMergeTookOffIsSaidUntilTheBuyerChangesTheLineOrTakesNote() {
    OpenCart guest = cart("guest:a", 1, 0);
    ShoppingCart mine = cart("customer:a", 1, 0);
    Map<Sku, Quantity> one = Map.of(TEA, new Quantity(1));
    ShoppingCart merged = after(mine, CartDecider.take(mine, "g", guest, one, NOW));
    assertThat(summed(merged)).isEqualTo(new Quantity(2));

    NoticesDismissed noted = new NoticesDismissed(List.of(new SeenLine(TEA, null)), NOW);
    LineSet again = new LineSet(TEA, new Quantity(1), null, NOW);
    for (List<CartEvent> change :
        List.of(CartDecider.dismiss(merged, noted), CartDecider.setLine(merged, again))) {
      assertThat(change).hasSize(1);
      assertThat(summed(after(merged, change))).isNull();
    }
  }

  @Test
  void whatTheBuyerWasToldOfAPromotionIsToldOnceAndStaysUntilHeEntersACodeAgain() {
    OpenCart cart = cart("guest:a", 1, 0);
    PromotionsRefused refused = new PromotionsRefused(List.of(USED_UP), NOW);
    ShoppingCart told = after(cart, CartDecider.refuse(cart, refused));

    assertThat(((OpenCart) told).choices().refused()).containsExactly(USED_UP);
    assertThat(CartDecider.refuse(told, refused)).isEmpty();
    assertThat(CartDecider.checkOut(told, cart, ORDER)).as("priced before").isEmpty();
    ShoppingCart again = after(told, CartDecider.setCoupon(told, new CouponSet("ADVENT", NOW)));
    assertThat(((OpenCart) again).choices().refused()).isEmpty();
  }

  @Test
  void everyChangeTouchesTheCart() {
    Instant later = NOW.plusSeconds(60);
    OpenCart open = cart("guest:a", 1, 0);
    Money price = Money.of("9.90", "EUR");
    List<CartEvent> changes =
        List.of(
            new LineSet(CUP, new Quantity(2), price, later),
            new CouponSet("X", later),
            new PromotionsRefused(List.of(USED_UP), later),
            new CountrySet(new CountryCode("AT"), later),
            new NoticesDismissed(List.of(new SeenLine(TEA, price)), later));
    for (CartEvent change : changes) {
      OpenCart now = (OpenCart) after(open, List.of(change));
      assertThat(now.untouchedSince(later)).as(change.toString()).isFalse();
      assertThat(open.untouchedSince(later)).isTrue();
    }
  }

  private static OpenCart cart(String owner, int tea, int cups) {
    List<CartEvent> events = new ArrayList<>();
    events.add(new CartOpened(owner, CountryCode.GERMANY, NOW));
    events.add(new LineSet(TEA, new Quantity(tea), null, NOW));
    events.add(new LineSet(CUP, new Quantity(cups), null, NOW));
    return (OpenCart) after(new NoCart(), events);
  }

  private static @Nullable Quantity summed(ShoppingCart cart) {
    return Objects.requireNonNull(lines(cart).items().get(TEA)).summed();
  }

  private static CartLines lines(ShoppingCart cart) {
    return ((OpenCart) cart).lines();
  }

  private static ShoppingCart after(ShoppingCart cart, List<CartEvent> events) {
    ShoppingCart now = cart;
    for (CartEvent event : events) {
      now = ShoppingCart.evolve(now, event);
    }
    return now;
  }
}
