package kontor.order.cart.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import kontor.contracts.CountryCode;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.eventstore.Origin;
import kontor.order.cart.CartEvent.LineSet;
import kontor.order.cart.CartMerge;
import kontor.order.cart.Carts;
import kontor.order.cart.CurrentCarts;
import kontor.order.cart.OwnCarts;
import kontor.order.cart.OwnCarts.Owned;
import kontor.order.cart.ShoppingCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.cart.adapter.CartView.Draft;
import kontor.order.shipping.ShippingTables;
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

  private final Carts carts;
  private final OwnCarts owned;
  private final CurrentCarts current;
  private final CartAccess access;
  private final CartView view;
  private final ShippingTables shipping;
  private final Supplier<String> ids;

  CartResource(
      Carts carts,
      OwnCarts owned,
      CurrentCarts current,
      CartAccess access,
      CartView view,
      ShippingTables shipping,
      Supplier<String> cartIds) {
    this.carts = carts;
    this.owned = owned;
    this.current = current;
    this.access = access;
    this.view = view;
    this.shipping = shipping;
    this.ids = cartIds;
  }

  /**
   * @param country of delivery, Germany when absent: VAT and shipping depend on it
   */
  record NewCart(@Nullable CountryCode country, @Nullable List<LineRequest> lines) {}

  /** So many units in all; 0 takes the line out. */
  record LineRequest(Sku sku, int quantity) {}

  /** A new cart; a customer has one open cart only, which takes the lines. */
  @PostMapping
  ResponseEntity<CartAnswer> open(
      @RequestBody(required = false) @Nullable NewCart wanted, HttpServletRequest request) {
    NewCart cart = wanted == null ? new NewCart(null, null) : wanted;
    CountryCode country = cart.country == null ? CountryCode.GERMANY : cart.country;
    deliverable(country);
    List<LineSet> lines = lines(cart.lines == null ? List.of() : cart.lines);
    Origin origin = RequestOrigin.of(request);
    CartAnswer opened =
        OwnCarts.isCustomer(origin.actor())
            ? ofCustomer(country, lines, origin)
            : ofVisitor(country, lines, origin);
    return ResponseEntity.created(URI.create("/api/shop/carts/" + opened.id())).body(opened);
  }

  private CartAnswer ofVisitor(CountryCode country, List<LineSet> lines, Origin origin) {
    Draft draft = view.draft(carts.draft(origin.actor(), country, lines));
    String id = ids.get();
    current.set(origin.actor(), id);
    return view.answer(id, carts.open(id, draft.cart(), origin), draft.priced());
  }

  private CartAnswer ofCustomer(CountryCode country, List<LineSet> lines, Origin origin) {
    Owned own = owned.of(origin.actor(), country, origin);
    ShoppingCart cart = carts.setCountry(own.id(), country, origin);
    for (LineSet line : lines) {
      OpenCart now = CartAnswer.content(cart);
      room(now, line.sku());
      LineSet seen = view.line(now, line.sku(), line.quantity());
      cart = carts.setLine(own.id(), seen, origin);
    }
    return view.answer(own.id(), cart);
  }

  /**
   * A customer's one open cart, on whatever device he signed in; opened on first use, for Germany.
   * 404 for a visitor who is not signed in: he knows his cart by its id.
   */
  @GetMapping("/mine")
  CartAnswer mine(HttpServletRequest request) {
    Origin origin = RequestOrigin.of(request);
    if (!OwnCarts.isCustomer(origin.actor())) {
      throw BadRequestException.notFound("only who has signed in has a cart of his own");
    }
    Owned own = owned.of(origin.actor(), CountryCode.GERMANY, origin);
    return view.answer(own.id(), own.cart());
  }

  @GetMapping("/{id}")
  CartAnswer get(@PathVariable String id, HttpServletRequest request) {
    return view.answer(id, access.own(id, request));
  }

  @PutMapping("/{id}/lines")
  CartAnswer setLine(
      @PathVariable String id, @RequestBody LineRequest line, HttpServletRequest request) {
    OpenCart cart = access.open(id, request);
    check("", line);
    room(cart, line.sku);
    LineSet seen = view.line(cart, line.sku, new Quantity(line.quantity));
    return view.answer(id, carts.setLine(id, seen, RequestOrigin.of(request)));
  }

  private void deliverable(CountryCode country) {
    if (!shipping.table().deliversTo(country)) {
      throw BadRequestException.field("country", "no delivery to " + country);
    }
  }

  private static void room(OpenCart cart, Sku sku) {
    if (!cart.lines().items().containsKey(sku) && cart.lines().items().size() >= MAX_LINES) {
      throw BadRequestException.field("sku", "a cart has at most " + MAX_LINES + " lines");
    }
  }

  private List<LineSet> lines(List<LineRequest> wanted) {
    if (wanted.size() > MAX_LINES) {
      throw BadRequestException.field("lines", "a cart has at most " + MAX_LINES + " lines");
    }
    List<LineSet> lines = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      check("lines[" + i + "].", wanted.get(i));
      lines.add(carts.line(wanted.get(i).sku, new Quantity(wanted.get(i).quantity), null));
    }
    return lines;
  }

  private void check(String path, LineRequest line) {
    if (line.sku == null) {
      throw BadRequestException.field(path + "sku", "is missing");
    }
    if (line.quantity < 0 || line.quantity > CartMerge.MAX_UNITS) {
      throw BadRequestException.field(
          path + "quantity", "must be from 0 to " + CartMerge.MAX_UNITS);
    }
    if (line.quantity > 0 && !view.sells(line.sku)) {
      throw BadRequestException.field(path + "sku", "no article has the SKU '" + line.sku + "'");
    }
  }
}
