package kontor.order.checkout.adapter;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import kontor.contracts.OrderId;
import kontor.eventstore.Origin;
import kontor.order.cart.CartCheck;
import kontor.order.cart.CartPrices;
import kontor.order.cart.CartPrices.Priced;
import kontor.order.cart.ShoppingCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.cart.ShoppingCart.OrderedCart;
import kontor.order.cart.adapter.CartAccess;
import kontor.order.checkout.Checkout;
import kontor.order.checkout.Checkout.Agreed;
import kontor.order.checkout.Checkout.CartToOrder;
import kontor.order.checkout.Checkout.Outcome;
import kontor.order.checkout.adapter.IdempotencyKeys.Claim;
import kontor.order.contact.Contact;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.OrderSummary;
import kontor.order.lifecycle.Orders;
import kontor.order.payment.PaymentChoice;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import kontor.pricing.quote.Quote;
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
 * was ordered, and the key is free for another try.
 */
@RestController
class CheckoutResource {

  private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator(new SecureRandom());
  private final CartAccess access;
  private final CartPrices prices;
  private final CartCheck check;
  private final LineRefusals refusals;
  private final Checkout checkout;
  private final IdempotencyKeys keys;
  private final Orders orders;
  private final PaymentChoice payments;

  CheckoutResource(
      CartAccess access,
      CartPrices prices,
      CartCheck check,
      LineRefusals refusals,
      Checkout checkout,
      IdempotencyKeys keys,
      Orders orders,
      PaymentChoice payments) {
    this.access = access;
    this.prices = prices;
    this.check = check;
    this.refusals = refusals;
    this.checkout = checkout;
    this.keys = keys;
    this.orders = orders;
    this.payments = payments;
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
    Priced priced = prices.price(open);
    if (cart instanceof OpenCart) { // one that is closed for this order is past the check
      refusals.check(check.of(open, priced), wanted.quoteHash(), priced);
    }
    Quote quote = quote(open, priced, wanted);
    Agreed agreed = new Agreed(quote, priced.chosen().orElseThrow(), priced.treatment());
    Outcome outcome =
        checkout.place(claim.order(), new CartToOrder(id, open), agreed, contact, origin);
    if (outcome instanceof Outcome.Ordered ordered) {
      return accepted(ordered.id(), ordered.order());
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

  private static BadRequestException unquoted(OpenCart cart) {
    return cart.lines().items().isEmpty()
        ? BadRequestException.unprocessable("cart", "is empty")
        : BadRequestException.conflict("no method of shipping takes this cart as a whole");
  }

  private static Quote quote(OpenCart open, Priced priced, CheckoutRequest wanted) {
    if (!priced.notForSale().isEmpty()) {
      throw BadRequestException.conflict("not for sale any more: " + priced.notForSale());
    }
    Quote quote = priced.quote().orElseThrow(() -> unquoted(open));
    if (wanted.quoteHash() != null && !wanted.quoteHash().equals(quote.hash())) {
      throw BadRequestException.conflict(
          "prices have changed: the cart now costs " + quote.totals().grand());
    }
    return quote;
  }

  private static ResponseEntity<OrderSummary> accepted(OrderId id, Order order) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/shop/orders/" + id))
        .body(OrderSummary.of(order));
  }
}
