package kontor.pricing.cart;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer wants to pay for.
 *
 * @param lines one per SKU; their order does not change what is paid
 * @param coupons the codes that the buyer entered; case does not matter
 * @param shipping the price of shipping in the buyer's form: with VAT for consumers, without for
 *     businesses
 * @param shippingMethod the code of how it is sent; absent: not known yet
 */
public record Cart(
    Buyer buyer,
    List<CartLine> lines,
    Set<String> coupons,
    Money shipping,
    @Nullable String shippingMethod) {

  /** Sent in a way that is not known yet. */
  public Cart(Buyer buyer, List<CartLine> lines, Set<String> coupons, Money shipping) {
    this(buyer, lines, coupons, shipping, null);
  }

  public Cart {
    lines = List.copyOf(lines);
    coupons = Set.copyOf(coupons);
    Set<Sku> seen = new HashSet<>();
    for (CartLine line : lines) {
      if (!seen.add(line.article().sku())) {
        throw new IllegalArgumentException("twice in the cart: " + line.article().sku());
      }
    }
    if (shipping.isNegative() || !shipping.currency().equals(buyer.currency())) {
      throw new IllegalArgumentException("not a price of shipping here: " + shipping);
    }
  }
}
