package kontor.connector.amazon;

import java.util.Currency;
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

  /** A line of ours. */
  MarketplaceLine line(boolean taxOnTop) {
    Money total = taxOnTop ? goods().plus(tax()) : goods();
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
