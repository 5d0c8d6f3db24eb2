package kontor.order.checkout.adapter;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import kontor.contracts.OrderId;
import kontor.eventstore.Origin;
import kontor.eventstore.StoreUnavailableException;
import kontor.order.cart.ShoppingCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.cart.ShoppingCart.OrderedCart;
import kontor.order.cart.adapter.CartAccess;
import kontor.order.checkout.Checkout;
import kontor.order.checkout.Checkout.Agreed;
import kontor.order.checkout.Checkout.CartToOrder;
import kontor.order.checkout.Checkout.Orderer;
import kontor.order.checkout.Checkout.Outcome;
import kontor.order.checkout.adapter.CheckoutTerms.Wish;
import kontor.order.checkout.adapter.IdempotencyKeys.Claim;
import kontor.order.contact.Contact;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.OrderSummary;
import kontor.order.lifecycle.Orders;
import kontor.order.payment.PaymentChoice;
import kontor.order.promotion.Redeemer;
import kontor.order.promotion.Redeemers;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Orders a cart. Answers 202 at once: whether stock and payment are there, the order's state tells
 * (as events or by asking). The header {@code Idempotency-Key} is required; the same key with the
 * same request is the same order, with another request it is refused with 422. Prices and stock are
 * held against the cart again: 409 with a member {@code lines} says per line what is wrong, nothing
 * was ordered, and the key is free for another try. So is it when a promotion with a limit of uses
 * is used up: 409 with a member {@code promotions}, and from then on the cart costs what it costs
 * without. A gift card that cannot pay is refused before anything is ordered, too ({@link
 * GiftCardTender}).
 */
@RestController
class CheckoutResource {

  private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator(new SecureRandom());
  private final CartAccess access;
  private final CheckoutTerms terms;
  private final PromotionRefusals promotions;
  private final Redeemers redeemers;
  private final Checkout checkout;
  private final IdempotencyKeys keys;
  private final Orders orders;
  private final PaymentChoice payments;
  private final GiftCardTender giftCards;

  CheckoutResource(
      CartAccess access,
      CheckoutTerms terms,
      PromotionRefusals promotions,
      Redeemers redeemers,
      Checkout checkout,
      IdempotencyKeys keys,
      Orders orders,
      PaymentChoice payments,
      GiftCardTender giftCards) {
    this.access = access;
    this.terms = terms;
    this.promotions = promotions;
    this.redeemers = redeemers;
    this.checkout = checkout;
    this.keys = keys;
    this.orders = orders;
    this.payments = payments;
    this.giftCards = giftCards;
  }

  @PostMapping("/api/shop/carts/{id}/checkout")
  ResponseEntity<OrderSummary> checkOut(
      @PathVariable String id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody CheckoutRequest wanted,
      HttpServletRequest request) {
    if (key == null || !key.matches("[!-~]{1,100}")) {
      throw BadRequestException.field(
          "Idempotency-Key", "a header of 1 to 100 visible ASCII characters is needed");
    }
    ShoppingCart cart = access.own(id, request);
    Origin origin = RequestOrigin.of(request);
    OrderId fresh = new OrderId(ids.generate().toString());
    Claim mine = new Claim(wanted.fingerprint(id), fresh);
    Claim claim = keys.claim(origin.actor(), key, mine);
    same(claim, mine.fingerprint());
    if (claim.order().equals(fresh)) {
      try {
        return place(id, cart, wanted, claim, origin);
      } catch (BadRequestException e) {
        keys.giveBack(origin.actor(), key); // nothing was ordered: the key is free for another try
        throw e;
      }
    }
    return again(id, cart, wanted, claim, origin);
  }

  /** What stood in the way of a repetition does not count if the order was placed meanwhile. */
  private ResponseEntity<OrderSummary> again(
      String id, ShoppingCart cart, CheckoutRequest wanted, Claim claim, Origin origin) {
    Order before = orders.find(claim.order());
    if (!(before instanceof Order.Absent)) {
      return accepted(claim.order(), before);
    }
    try {
      return place(id, cart, wanted, claim, origin);
    } catch (BadRequestException e) {
      Order meanwhile = orders.find(claim.order());
      if (meanwhile instanceof Order.Absent) {
        throw e;
      }
      return accepted(claim.order(), meanwhile);
    }
  }

  private ResponseEntity<OrderSummary> place(
      String id, ShoppingCart cart, CheckoutRequest wanted, Claim claim, Origin origin) {
    OpenCart open = content(cart, claim.order());
    Contact contact = wanted.contact(open, payments);
    Redeemer redeemer = redeemers.ordering(open.owner(), contact.email(), claim.order());
    CartToOrder toOrder = new CartToOrder(id, open);
    Agreed agreed = terms.agreed(toOrder, new Wish(cart, redeemer, wanted.quoteHash()), origin);
    giftCards.take(wanted, claim.order(), agreed.quote().totals().grand(), origin.actor());
    Orderer orderer = new Orderer(contact, redeemer);
    return answer(checkout.place(claim.order(), toOrder, agreed, orderer, origin));
  }

  private ResponseEntity<OrderSummary> answer(Outcome outcome) {
    if (outcome instanceof Outcome.Ordered ordered) {
      return accepted(ordered.id(), ordered.order());
    }
    if (outcome instanceof Outcome.UsedUp used) {
      throw promotions.conflict(List.of(used.notice()));
    }
    if (outcome instanceof Outcome.TooLate) { // the key stays: the same request goes on from here
      throw new StoreUnavailableException("this checkout took too long", null);
    }
    throw BadRequestException.conflict(
        outcome instanceof Outcome.OrderedBefore before
            ? "the cart became order " + before.id()
            : "the cart was changed meanwhile");
  }

  private static void same(Claim claim, String fingerprint) {
    if (!claim.fingerprint().equals(fingerprint)) {
      throw BadRequestException.unprocessable(
          "Idempotency-Key", "was used for another request before");
    }
  }

  /**
   * A cart that is closed for this very order is ordered again, should a crash have come between.
   */
  private static OpenCart content(ShoppingCart cart, OrderId order) {
    if (cart instanceof OpenCart open) {
      return open;
    }
    OrderedCart ordered = (OrderedCart) cart;
    if (!order.equals(ordered.order())) {
      throw BadRequestException.conflict("the cart became order " + ordered.order());
    }
    return ordered.was();
  }

  private static ResponseEntity<OrderSummary> accepted(OrderId id, Order order) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/shop/orders/" + id))
        .body(OrderSummary.of(order));
  }
}
