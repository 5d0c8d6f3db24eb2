package kontor.connector.amazon;

import java.util.Currency;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import tools.jackson.databind.JsonNode;

/**
 * A line of Amazon's. Its unit price is for one unit; what the seller gets for all of them stands
 * in the breakdown of the proceeds. In countries with VAT prices have it in them; elsewhere the tax
 * comes on top of them.
 */
final class AmazonItem {

  private final JsonNode item;
  private final Currency currency;

  AmazonItem(JsonNode item, Currency currency) {
    this.item = item;
    this.currency = currency;
  }

  String id() {
    return item.path("orderItemId").asString();
  }

  /**
   * @throws IllegalArgumentException if Amazon does not name it
   */
  String sku() {
    String sku = item.at("/product/sellerSku").asString("");
    if (sku.isEmpty()) {
      throw new IllegalArgumentException("line " + id() + " has no SKU");
    }
    return sku;
  }

  String title() {
    return item.at("/product/title").asString("");
  }

  Quantity quantity() {
    return new Quantity(item.path("quantityOrdered").asInt());
  }

  /** What the buyer pays for all units, discounts taken off. */
  Money goods() {
    if (item.at("/proceeds/breakdowns").isEmpty()) {
      JsonNode unit = item.at("/product/price/unitPrice");
      return unit.isMissingNode() ? Money.zero(currency) : money(unit).times(quantity().value());
    }
    return sum("ITEM").plus(sum("DISCOUNT"));
  }

  /** Shipping and what else is charged beside the goods. */
  Money shipping() {
    return sum("SHIPPING").plus(sum("GIFT_WRAP")).plus(sum("COD_FEE")).plus(sum("OTHER"));
  }

  /** Told apart from the goods; in them, or on top of them. */
  Money tax() {
    return sum("TAX");
  }

  /**
   * Where its units are.
   *
   * @param open neither shipped nor cancelled
   */
  record Units(int open, int cancelled) {}

  /** Amazon says how many are shipped and how many are not; the others are cancelled. */
  static Units units(JsonNode item) {
    JsonNode fulfillment = item.path("fulfillment");
    int ordered = item.path("quantityOrdered").asInt();
    int open = fulfillment.path("quantityUnfulfilled").asInt(ordered);
    int shipped = fulfillment.path("quantityFulfilled").asInt(0);
    return new Units(open, Math.max(0, ordered - open - shipped));
  }

  int cancelled() {
    return units(item).cancelled();
  }

  /** The buyer's wish to cancel; empty when there is none, or nothing is left of it. */
  Optional<String> cancelWish() {
    JsonNode wish = item.at("/cancellation/cancellationRequest");
    return wish.path("requester").asString("").equals("BUYER") && units(item).open() > 0
        ? Optional.of(wish.path("cancelReason").asString(""))
        : Optional.empty();
  }

  /** What units cost that are cancelled, and that the proceeds do not have any more. */
  Money cancelledWorth() {
    JsonNode unit = item.at("/product/price/unitPrice");
    return unit.isMissingNode() || item.at("/proceeds/breakdowns").isEmpty()
        ? Money.zero(currency)
        : money(unit).times(cancelled());
  }

  /** A line of ours, as it was sold. */
  MarketplaceLine line(boolean taxOnTop) {
    Money left = taxOnTop ? goods().plus(tax()) : goods();
    Money total = left.plus(cancelledWorth());
    return new MarketplaceLine(id(), new Sku(sku()), title(), quantity(), total);
  }

  private Money sum(String type) {
    Money sum = Money.zero(currency);
    for (JsonNode part : item.at("/proceeds/breakdowns")) {
      if (part.path("type").asString("").equals(type)) {
        sum = sum.plus(money(part.path("subtotal")));
      }
    }
    return sum;
  }

  static Money money(JsonNode amount) {
    return Money.of(amount.path("amount").asString(""), amount.path("currencyCode").asString(""));
  }
}
