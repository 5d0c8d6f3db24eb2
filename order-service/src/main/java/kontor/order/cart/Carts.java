package kontor.order.cart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;
import kontor.order.cart.CartEvent.Business;
import kontor.order.cart.CartEvent.BuyerSet;
import kontor.order.cart.CartEvent.CartOpened;
import kontor.order.cart.CartEvent.CouponSet;
import kontor.order.cart.CartEvent.LineSet;
import kontor.order.cart.CartEvent.NoticesDismissed;
import kontor.order.cart.CartEvent.PromotionsRefused;
import kontor.order.cart.CartEvent.RefusedPromotion;
import kontor.order.cart.CartEvent.SeenLine;
import kontor.order.cart.CartEvent.ShippingMethodSet;
import kontor.order.cart.ShoppingCart.NoCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import org.jspecify.annotations.Nullable;

/** All carts. */
public final class Carts {

  public static final AggregateType<ShoppingCart, CartEvent> TYPE =
      AggregateType.of("cart", CartEvent.class, id -> new NoCart(), ShoppingCart::evolve);

  private final Aggregates<ShoppingCart, CartEvent> carts;
  private final Duration keptFor;
  private final Clock clock;

  /**
   * @param keptFor after which an open cart that nobody changed counts as gone
   */
  public Carts(Aggregates<ShoppingCart, CartEvent> carts, Duration keptFor, Clock clock) {
    this.carts = carts;
    this.keptFor = keptFor;
    this.clock = clock;
  }

  /** Whether so much time has passed that it counts as gone. */
  public boolean forgotten(OpenCart cart) {
    return cart.untouchedSince(clock.instant().minus(keptFor));
  }

  /** The cart as it would be opened. */
  public OpenCart draft(String owner, CountryCode country, List<LineSet> lines) {
    CartLines all = CartLines.NONE;
    for (LineSet line : lines) {
      all = all.set(line);
    }
    return new OpenCart(owner, country, all, CartChoices.NONE, now());
  }

  /** A line as the buyer wants it now. */
  public LineSet line(Sku sku, Quantity quantity, @Nullable Money seen) {
    return new LineSet(sku, quantity, seen, now());
  }

  public ShoppingCart open(String id, OpenCart draft, Origin origin) {
    CartOpened opened = new CartOpened(draft.owner(), draft.country(), draft.touchedAt());
    List<LineSet> lines =
        draft.lines().items().entrySet().stream()
            .map(e -> line(e.getKey(), e.getValue().quantity(), e.getValue().seen()))
            .toList();
    return carts.create(id, origin, cart -> CartDecider.open(cart, opened, lines)).state();
  }

  public ShoppingCart setLine(String id, LineSet line, Origin origin) {
    return apply(id, origin, cart -> CartDecider.setLine(cart, line));
  }

  public ShoppingCart setCoupon(String id, @Nullable String coupon, Origin origin) {
    CouponSet set = new CouponSet(coupon, now());
    return apply(id, origin, cart -> CartDecider.setCoupon(cart, set));
  }

  public ShoppingCart setCountry(String id, CountryCode country, Origin origin) {
    Instant at = now();
    return apply(id, origin, cart -> CartDecider.setCountry(cart, country, at));
  }

  /**
   * @param method absent: the cheapest
   */
  public ShoppingCart setShippingMethod(String id, @Nullable String method, Origin origin) {
    ShippingMethodSet set = new ShippingMethodSet(method, now());
    return apply(id, origin, cart -> CartDecider.setShippingMethod(cart, set));
  }

  /**
   * @param business absent: a consumer
   */
  public ShoppingCart setBuyer(String id, @Nullable Business business, Origin origin) {
    BuyerSet set = new BuyerSet(business, now());
    return apply(id, origin, cart -> CartDecider.setBuyer(cart, set));
  }

  public ShoppingCart dismiss(String id, List<SeenLine> lines, Origin origin) {
    NoticesDismissed notices = new NoticesDismissed(lines, now());
    return apply(id, origin, cart -> CartDecider.dismiss(cart, notices));
  }

  /** Notes what the buyer is told about promotions that he does not get. */
  public ShoppingCart refuse(String id, List<PromotionNotice> notices, Origin origin) {
    PromotionsRefused refused =
        new PromotionsRefused(
            notices.stream()
                .map(n -> new RefusedPromotion(n.promotion(), n.name(), n.coupon(), n.problem()))
                .toList(),
            now());
    return apply(id, origin, cart -> CartDecider.refuse(cart, refused));
  }

  /**
   * @param agreed the cart that was priced
   */
  public ShoppingCart checkOut(String id, OpenCart agreed, OrderId order, Origin origin) {
    return apply(id, origin, cart -> CartDecider.checkOut(cart, agreed, order));
  }

  /** The cart as stored, whatever instance changed it last. */
  public ShoppingCart find(String id) {
    return carts.refresh(id).state();
  }

  ShoppingCart apply(String id, Origin origin, Function<ShoppingCart, List<CartEvent>> rule) {
    return carts.update(id, origin, rule).state();
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
