package kontor.order.cart.adapter;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.CountryCode;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.eventstore.Origin;
import kontor.order.assortment.Assortment;
import kontor.order.assortment.ShippingRates;
import kontor.order.cart.CartPrices;
import kontor.order.cart.Carts;
import kontor.order.cart.ShoppingCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.cart.ShoppingCart.OrderedCart;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Carts for the shop's frontend. A visitor sees and changes only his own. */
@RestController
@RequestMapping("/api/shop/carts")
class CartResource {

  static final int MAX_LINES = 100;
  static final int MAX_UNITS = 9_999;

  private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator(new SecureRandom());
  private final Carts carts;
  private final CartAccess access;
  private final CartPrices prices;
  private final Assortment assortment;
  private final ShippingRates shipping;

  CartResource(
      Carts carts,
      CartAccess access,
      CartPrices prices,
      Assortment assortment,
      ShippingRates shipping) {
    this.carts = carts;
    this.access = access;
    this.prices = prices;
    this.assortment = assortment;
    this.shipping = shipping;
  }

  /**
   * @param country of delivery, Germany when absent: VAT and shipping depend on it
   */
  record NewCart(@Nullable CountryCode country, @Nullable List<LineRequest> lines) {}

  /** So many units in all; 0 takes the line out. */
  record LineRequest(Sku sku, int quantity) {}

  /** An empty or absent code takes the coupon out. */
  record CouponRequest(@Nullable String coupon) {}

  @PostMapping
  ResponseEntity<CartAnswer> open(
      @RequestBody(required = false) @Nullable NewCart wanted, HttpServletRequest request) {
    NewCart cart = wanted == null ? new NewCart(null, null) : wanted;
    CountryCode country = cart.country == null ? CountryCode.GERMANY : cart.country;
    if (!shipping.deliversTo(country)) {
      throw BadRequestException.field("country", "no delivery to " + country);
    }
    Map<Sku, Quantity> lines = lines(cart.lines == null ? List.of() : cart.lines);
    String id = ids.generate().toString();
    Origin origin = RequestOrigin.of(request);
    ShoppingCart opened = carts.open(id, origin.actor(), country, lines, origin);
    return ResponseEntity.created(URI.create("/api/shop/carts/" + id)).body(answer(id, opened));
  }

  @GetMapping("/{id}")
  CartAnswer get(@PathVariable String id, HttpServletRequest request) {
    return answer(id, access.own(id, request));
  }

  @PutMapping("/{id}/lines")
  CartAnswer setLine(
      @PathVariable String id, @RequestBody LineRequest line, HttpServletRequest request) {
    OpenCart cart = open(access.own(id, request));
    check("", line);
    if (!cart.lines().containsKey(line.sku) && cart.lines().size() >= MAX_LINES) {
      throw BadRequestException.field("sku", "a cart has at most " + MAX_LINES + " lines");
    }
    Origin origin = RequestOrigin.of(request);
    return answer(id, carts.setLine(id, line.sku, new Quantity(line.quantity), origin));
  }

  @PutMapping("/{id}/coupon")
  CartAnswer setCoupon(
      @PathVariable String id, @RequestBody CouponRequest coupon, HttpServletRequest request) {
    open(access.own(id, request));
    String code = coupon.coupon == null || coupon.coupon.isBlank() ? null : coupon.coupon.strip();
    if (code != null && code.length() > 60) {
      throw BadRequestException.field("coupon", "has at most 60 characters");
    }
    return answer(id, carts.setCoupon(id, code, RequestOrigin.of(request)));
  }

  private Map<Sku, Quantity> lines(List<LineRequest> wanted) {
    if (wanted.size() > MAX_LINES) {
      throw BadRequestException.field("lines", "a cart has at most " + MAX_LINES + " lines");
    }
    Map<Sku, Quantity> lines = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      check("lines[" + i + "].", wanted.get(i));
      lines.put(wanted.get(i).sku, new Quantity(wanted.get(i).quantity));
    }
    return lines;
  }

  private void check(String path, LineRequest line) {
    if (line.sku == null) {
      throw BadRequestException.field(path + "sku", "is missing");
    }
    if (line.quantity < 0 || line.quantity > MAX_UNITS) {
      throw BadRequestException.field(path + "quantity", "must be from 0 to " + MAX_UNITS);
    }
    if (line.quantity > 0 && assortment.find(line.sku).isEmpty()) {
      throw BadRequestException.field(path + "sku", "no article has the SKU '" + line.sku + "'");
    }
  }

  private static OpenCart open(ShoppingCart cart) {
    if (cart instanceof OrderedCart ordered) {
      throw BadRequestException.conflict("the cart became order " + ordered.order());
    }
    return CartAnswer.content(cart);
  }

  private CartAnswer answer(String id, ShoppingCart cart) {
    return CartAnswer.of(id, cart, prices.price(CartAnswer.content(cart)), assortment);
  }
}
