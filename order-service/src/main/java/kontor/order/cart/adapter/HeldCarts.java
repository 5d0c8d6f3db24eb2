package kontor.order.cart.adapter;

import java.util.List;
import java.util.stream.Stream;
import kontor.contracts.CountryCode;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.order.cart.Carts;
import kontor.order.cart.CurrentCarts;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.privacy.HeldData;
import org.springframework.stereotype.Component;

/** The open cart of a customer: part of what is held of him, until it is nobody's. */
@Component
class HeldCarts implements HeldData {

  private final Carts carts;
  private final CurrentCarts current;

  HeldCarts(Carts carts, CurrentCarts current) {
    this.carts = carts;
    this.current = current;
  }

  /** As it is written into the export. */
  record Held(String id, CountryCode country, List<Line> lines) {}

  record Line(Sku sku, Quantity quantity) {}

  @Override
  public String name() {
    return "carts";
  }

  @Override
  public List<Held> export(String subject) {
    return current.find(subject).stream()
        .flatMap(
            id ->
                carts.find(id) instanceof OpenCart cart
                    ? Stream.of(held(id, cart))
                    : Stream.empty())
        .toList();
  }

  private static Held held(String id, OpenCart cart) {
    List<Line> lines =
        cart.lines().items().entrySet().stream()
            .map(line -> new Line(line.getKey(), line.getValue().quantity()))
            .toList();
    return new Held(id, cart.country(), lines);
  }

  @Override
  public void erase(String subject) {
    current.forget(subject);
  }
}
