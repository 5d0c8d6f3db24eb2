package kontor.order.cart.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kontor.contracts.CountryCode;
import kontor.contracts.Sku;
import kontor.order.cart.CartEvent.Business;
import kontor.order.cart.Carts;
import kontor.order.cart.adapter.CartAnswer.ShippingAnswer;
import kontor.order.contact.VatIds;
import kontor.order.shipping.ShippingTables;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a visitor chooses for his cart besides the articles. */
@RestController
@RequestMapping("/api/shop/carts/{id}")
class CartChoiceResource {

  private final Carts carts;
  private final CartAccess access;
  private final CartView view;
  private final ShippingTables shipping;

  CartChoiceResource(Carts carts, CartAccess access, CartView view, ShippingTables shipping) {
    this.carts = carts;
    this.access = access;
    this.view = view;
    this.shipping = shipping;
  }

  /** An empty or absent code takes the coupon out. */
  record CouponRequest(@Nullable String coupon) {}

  /** Where the parcel goes. */
  record CountryRequest(@Nullable CountryCode country) {}

  /** The code of a method; absent: the cheapest. */
  record ShippingMethodRequest(@Nullable String shippingMethod) {}

  /**
   * @param business whether a business buys: it is shown prices without VAT
   * @param vatId its VAT id, such as {@code ATU13585627}; only its country is kept with the cart,
   *     so it is to be sent again at checkout
   */
  record BuyerRequest(boolean business, @Nullable String vatId) {}

  @PutMapping("/coupon")
  CartAnswer setCoupon(
      @PathVariable String id, @RequestBody CouponRequest coupon, HttpServletRequest request) {
    access.open(id, request);
    String code = coupon.coupon == null || coupon.coupon.isBlank() ? null : coupon.coupon.strip();
    if (code != null && code.length() > 60) {
      throw BadRequestException.field("coupon", "has at most 60 characters");
    }
    return view.answer(id, carts.setCoupon(id, code, RequestOrigin.of(request)));
  }

  /** Sends the parcel to another country, with the VAT and shipping of that country. */
  @PutMapping("/country")
  CartAnswer setCountry(
      @PathVariable String id, @RequestBody CountryRequest wanted, HttpServletRequest request) {
    access.open(id, request);
    if (wanted.country == null) {
      throw BadRequestException.field("country", "is missing");
    }
    if (!shipping.table().deliversTo(wanted.country)) {
      throw BadRequestException.field("country", "no delivery to " + wanted.country);
    }
    return view.answer(id, carts.setCountry(id, wanted.country, RequestOrigin.of(request)));
  }

  /** The methods that take the cart as it is, the cheapest first; none while it has no prices. */
  @GetMapping("/shipping-methods")
  List<ShippingAnswer> shippingMethods(@PathVariable String id, HttpServletRequest request) {
    return view.shipping(CartAnswer.content(access.own(id, request)));
  }

  /** One of those that take the cart; should it not take it any more, the cheapest is used. */
  @PutMapping("/shipping-method")
  CartAnswer setShippingMethod(
      @PathVariable String id,
      @RequestBody ShippingMethodRequest wanted,
      HttpServletRequest request) {
    String code = wanted.shippingMethod;
    List<ShippingAnswer> possible = view.shipping(access.open(id, request));
    if (code != null && possible.stream().noneMatch(method -> method.code().equals(code))) {
      throw BadRequestException.field(
          "shippingMethod",
          "must be one of " + possible.stream().map(ShippingAnswer::code).toList());
    }
    return view.answer(id, carts.setShippingMethod(id, code, RequestOrigin.of(request)));
  }

  /** Who buys. A VAT id is checked for its form and check digits, not whether it is in use. */
  @PutMapping("/buyer")
  CartAnswer setBuyer(
      @PathVariable String id, @RequestBody BuyerRequest buyer, HttpServletRequest request) {
    access.open(id, request);
    if (!buyer.business && buyer.vatId != null) {
      throw BadRequestException.field("vatId", "only a business has one");
    }
    Business business = buyer.business ? business(buyer.vatId) : null;
    return view.answer(id, carts.setBuyer(id, business, RequestOrigin.of(request)));
  }

  private static Business business(@Nullable String vatId) {
    if (vatId == null || vatId.isBlank()) {
      return new Business(null);
    }
    String id = VatIds.plain(vatId);
    VatIds.problem(id)
        .ifPresent(
            problem -> {
              throw BadRequestException.field("vatId", problem);
            });
    return new Business(VatIds.country(id));
  }

  /**
   * The buyer has taken note: changed prices count as seen, and nothing more is said of lines that
   * a merge reduced. What cannot be ordered is still said.
   *
   * @param sku of the line; all lines when absent
   */
  @DeleteMapping("/notices")
  CartAnswer dismiss(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Sku sku,
      HttpServletRequest request) {
    var seen = view.seen(access.open(id, request), sku);
    return view.answer(id, carts.dismiss(id, seen, RequestOrigin.of(request)));
  }
}
