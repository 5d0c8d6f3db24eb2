package kontor.order.checkout;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import kontor.contracts.ChannelId;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.Sku;
import kontor.contracts.TaxTreatment;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import kontor.eventstore.Origin;
import kontor.order.assortment.Assortment;
import kontor.order.cart.Carts;
import kontor.order.cart.PromotionNotice;
import kontor.order.cart.ShoppingCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.cart.ShoppingCart.OrderedCart;
import kontor.order.contact.Contact;
import kontor.order.contact.Contacts;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.OrderDecider;
import kontor.order.lifecycle.OrderNumbers;
import kontor.order.lifecycle.Orders;
import kontor.order.promotion.LimitedPromotions;
import kontor.order.promotion.LimitedPromotions.Taken;
import kontor.order.promotion.Redeemer;
import kontor.pricing.quote.Quote;
import kontor.pricing.shipping.ShippingOffer;

/**
 * Turns a cart into an order. The steps are claim the key, take the uses of promotions that have a
 * limit of them, close the cart, keep the contact, place the order; each may be repeated, so that a
 * buyer who sends again after a crash gets the same order.
 */
public final class Checkout {

  private final Carts carts;
  private final Orders orders;
  private final OrderNumbers numbers;
  private final Assortment assortment;
  private final Contacts contacts;
  private final LimitedPromotions limited;
  private final Clock clock;

  public Checkout(
      Carts carts,
      Orders orders,
      OrderNumbers numbers,
      Assortment assortment,
      Contacts contacts,
      LimitedPromotions limited,
      Clock clock) {
    this.carts = carts;
    this.orders = orders;
    this.numbers = numbers;
    this.assortment = assortment;
    this.contacts = contacts;
    this.limited = limited;
    this.clock = clock;
  }

  /** A cart and its id. */
  public record CartToOrder(String id, OpenCart content) {}

  /**
   * What is to be paid, how it is sent, and how VAT applies.
   *
   * @param promotions of the quote, as they stand
   */
  public record Agreed(
      Quote quote,
      ShippingOffer shipping,
      TaxTreatment treatment,
      List<PromotionPublished> promotions) {

    private List<PromotionId> counted() {
      return promotions.stream()
          .filter(PromotionPublished::limited)
          .map(PromotionPublished::promotion)
          .toList();
    }
  }

  /** Who orders: where it goes, and as whom he uses promotions. */
  public record Orderer(Contact contact, Redeemer redeemer) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The order, placed now or before. */
    record Ordered(OrderId id, Order order) implements Outcome {}

    /** The cart had become another order. */
    record OrderedBefore(OrderId id) implements Outcome {}

    /** The cart is not any more what was priced: its buyer changed it, or it went elsewhere. */
    record CartChanged() implements Outcome {}

    /** A promotion was used up before him; the cart is still open, and knows. */
    record UsedUp(PromotionNotice notice) implements Outcome {}

    /** It took so long that the uses of promotions may be gone: the same again takes them anew. */
    record TooLate() implements Outcome {}
  }

  /**
   * @param id the order that the buyer's key stands for
   * @param cart that was priced
   * @param agreed what the buyer has seen and agreed to
   */
  public Outcome place(
      OrderId id, CartToOrder cart, Agreed agreed, Orderer orderer, Origin origin) {
    Taken uses = limited.take(agreed.promotions(), id, orderer.redeemer(), origin);
    if (uses.refused().isPresent()) {
      PromotionNotice notice = PromotionNotice.of(uses.refused().get());
      carts.refuse(cart.id(), List.of(notice), origin);
      return new Outcome.UsedUp(notice);
    }
    ShoppingCart closed = carts.checkOut(cart.id(), cart.content(), id, origin);
    if (!(closed instanceof OrderedCart ordered) || !ordered.order().equals(id)) {
      limited.release(agreed.counted(), id, uses.heldUntil(), origin);
      return closed instanceof OrderedCart other
          ? new Outcome.OrderedBefore(other.order())
          : new Outcome.CartChanged();
    }
    contacts.save(id, orderer.contact());
    OrderPlaced placed = placed(id, cart.content(), agreed);
    Order order =
        orders.place(
            id,
            origin,
            state ->
                clock.instant().isBefore(uses.placeBefore())
                    ? OrderDecider.place(state, placed)
                    : List.of());
    return order instanceof Order.Absent ? new Outcome.TooLate() : new Outcome.Ordered(id, order);
  }

  private OrderPlaced placed(OrderId id, OpenCart cart, Agreed agreed) {
    return new OrderPlaced(
        id,
        numbers.next(),
        ChannelId.SHOP,
        null,
        null,
        new CustomerId(cart.owner()),
        cart.country(),
        QuotedOrder.lines(agreed.quote(), this::title),
        QuotedOrder.totals(agreed.quote()),
        false,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        QuotedOrder.shipping(agreed.shipping()),
        agreed.treatment(),
        null,
        QuotedOrder.promotions(agreed.quote(), Set.copyOf(agreed.counted())));
  }

  private String title(Sku sku) {
    return assortment.find(sku).map(Assortment.Offered::title).orElse(sku.value());
  }
}
