package kontor.order.checkout.adapter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import kontor.eventstore.Origin;
import kontor.order.cart.CartPrices.Priced;
import kontor.order.cart.Carts;
import kontor.order.cart.PromotionNotice;
import kontor.order.checkout.Checkout.CartToOrder;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Promotions that a buyer counted on and does not get, since they are used up; counts them. */
@Component
class PromotionRefusals {

  private final Carts carts;
  private final MeterRegistry registry;

  PromotionRefusals(Carts carts, MeterRegistry registry) {
    this.carts = carts;
    this.registry = registry;
  }

  /**
   * Passes who has seen the price without them. For who may not have, the cart notes that he is
   * told now.
   *
   * @param quoteHash what the buyer agreed to
   * @throws BadRequestException a conflict that names the promotions
   */
  void check(CartToOrder cart, Priced priced, @Nullable String quoteHash, Origin origin) {
    boolean agreed = priced.quote().filter(quote -> quote.hash().equals(quoteHash)).isPresent();
    if (!priced.unseen().isEmpty() && !agreed) {
      carts.refuse(cart.id(), priced.unseen(), origin);
      throw conflict(priced.unseen());
    }
  }

  /** 409 with a member {@code promotions}. */
  BadRequestException conflict(List<PromotionNotice> refused) {
    refused.forEach(this::count);
    String first = refused.get(0).text().en();
    return BadRequestException.conflict(
        first + " The cart now shows the price without it.", Map.of("promotions", refused));
  }

  private void count(PromotionNotice refused) {
    Counter.builder("kontor.checkout.promotions.refused")
        .description("Promotions that a checkout was refused for since they were used up")
        .baseUnit("promotions")
        .tag("problem", refused.problem().name())
        .register(registry)
        .increment();
  }
}
