package kontor.order.cart.adapter;

import static kontor.order.cart.adapter.TwoInstances.NOW;
import static kontor.order.cart.adapter.TwoInstances.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import kontor.contracts.CountryCode;
import kontor.contracts.OrderId;
import kontor.order.cart.OwnCarts.Owned;
import kontor.order.cart.ShoppingCart.OrderedCart;
import kontor.order.cart.adapter.TwoInstances.Crash;
import kontor.order.cart.adapter.TwoInstances.Instance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Customers' carts and merges: at once on two instances, and with a crash in the middle. */
class CartMergeTest {

  private static final int ROUNDS = 50;

  private final TwoInstances shop = new TwoInstances();
  private final Instance one = shop.both.get(0);
  private final Instance other = shop.both.get(1);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whoeverComesAtOnceGetsTheSameCart() {
    for (int round = 0; round < ROUNDS; round++) {
      String customer = "customer:" + UUID.randomUUID();
      List<String> ids = new ArrayList<>();
      atOnce(
          instance -> {
            String id = instance.owned().of(customer, CountryCode.GERMANY, ORIGIN).id();
            synchronized (ids) {
              ids.add(id);
            }
          });
      assertThat(ids).hasSize(4);
      assertThat(ids.stream().distinct()).hasSize(1);
    }
  }

  @Test
  void aMergeAtOnceOnTwoInstancesAddsTheLinesOnce() {
    for (int round = 0; round < ROUNDS; round++) {
      String guest = shop.guest(2);
      String customer = shop.customer(1);
      atOnce(instance -> instance.merge().merge(guest, customer, ORIGIN));
      assertThat(shop.teas(customer)).isEqualTo(3);
    }
  }

  @Test
  void aMergeThatCrashedInTheMiddleIsEndedByWhoComesNext() {
    String guest = shop.guest(2);
    String customer = shop.customer(1);
    crashed(guest, customer);
    assertThat(shop.teas(customer)).isEqualTo(1);

    other.merge().merge(guest, customer, ORIGIN);
    one.merge().merge(guest, customer, ORIGIN);
    assertThat(shop.teas(customer)).isEqualTo(3);
  }

  @Test
  void linesOfACrashedMergeGoIntoTheNextCartWhenTheFirstWasOrderedMeanwhile() {
    String guest = shop.guest(2);
    String customer = shop.customer(1);
    crashed(guest, customer);
    order(customer);

    atOnce(instance -> instance.merge().merge(guest, customer, ORIGIN));
    assertThat(shop.teas(customer)).isEqualTo(2);
    order(customer);
    other.merge().merge(guest, customer, ORIGIN);
    assertThat(shop.teas(customer)).as("they were ordered").isZero();
  }

  @Test
  void aCartThatNobodyTouchedForThirtyDaysIsGone() {
    String guest = shop.guest(2);
    String customer = shop.customer(1);
    String cart = one.owned().of(customer, CountryCode.GERMANY, ORIGIN).id();
    Clock later = Clock.fixed(NOW.plus(Duration.ofDays(30)).plusMillis(1), ZoneOffset.UTC);
    Instance then = shop.instance("c-3", later);

    then.merge().merge(guest, customer, ORIGIN);
    Owned fresh = then.owned().of(customer, CountryCode.GERMANY, ORIGIN);
    assertThat(fresh.id()).isNotEqualTo(cart);
    assertThat(fresh.cart().lines().items()).isEmpty();
  }

  private void crashed(String guest, String customer) {
    shop.crash.set(true);
    assertThatThrownBy(() -> one.merge().merge(guest, customer, ORIGIN)).isInstanceOf(Crash.class);
  }

  private void order(String customer) {
    Owned own = one.owned().of(customer, CountryCode.GERMANY, ORIGIN);
    OrderId order = new OrderId(UUID.randomUUID().toString());
    assertThat(one.carts().checkOut(own.id(), own.cart(), order, ORIGIN))
        .isInstanceOf(OrderedCart.class);
  }

  /** Twice on each instance. */
  private void atOnce(Consumer<Instance> what) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (Instance instance : List.of(one, other, one, other)) {
      all.add(CompletableFuture.runAsync(() -> what.accept(instance)));
    }
    all.forEach(CompletableFuture::join);
  }
}
