package kontor.connector.ebay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.FeeReports.SettledAmount;
import kontor.contracts.Money;
import kontor.contracts.settlement.SettlementEvent.MovementKind;
import tools.jackson.databind.JsonNode;

/**
 * A transaction of eBay's Finances API in our words. The amount of a sale or a refund is what is
 * left after fees: what it was before, and each fee, become movements of their own, and whatever
 * they do not explain stays with eBay's word.
 */
final class EbayTransaction {

  private static final String BASIS = "totalFeeBasisAmount";

  private final JsonNode transaction;
  private final String id;
  private final String type;
  private final Optional<String> order;
  private final Instant at;

  EbayTransaction(JsonNode transaction) {
    this.transaction = transaction;
    this.id = transaction.path("transactionId").asString("");
    this.type = transaction.path("transactionType").asString("");
    this.order = Optional.of(transaction.path("orderId").asString("")).filter(o -> !o.isEmpty());
    this.at = Instant.parse(transaction.path("transactionDate").asString());
  }

  List<SettledAmount> movements() {
    Money amount = signed(EbayOrders.money(transaction.path("amount")), credit());
    return switch (type) {
      case "SALE" -> split(amount, MovementKind.SALE, MovementKind.COMMISSION);
      case "REFUND" -> split(amount, MovementKind.REFUND, MovementKind.REFUNDED_COMMISSION);
      case "SHIPPING_LABEL" ->
          List.of(movement("", MovementKind.FULFILMENT_FEE, Optional.empty(), amount, type));
      case "NON_SALE_CHARGE" -> List.of(charge(amount));
      default -> List.of(movement("", MovementKind.OTHER, Optional.empty(), amount, type));
    };
  }

  /** A fee of an order that eBay bills beside its sale, or one of the account. */
  private SettledAmount charge(Money amount) {
    MovementKind kind = order.isPresent() ? MovementKind.COMMISSION : MovementKind.ACCOUNT_FEE;
    String words = transaction.path("feeType").asString(type);
    return movement("", kind, Optional.empty(), amount, words);
  }

  private List<SettledAmount> split(Money amount, MovementKind gross, MovementKind fee) {
    boolean told = transaction.has(BASIS);
    Money basis = told ? signed(EbayOrders.money(transaction.path(BASIS)), credit()) : amount;
    List<SettledAmount> movements = new ArrayList<>();
    movements.add(movement("", gross, Optional.empty(), basis, type));
    Money explained = basis;
    int number = 0;
    for (JsonNode item : transaction.path("orderLineItems")) {
      Optional<String> line = Optional.of(item.path("lineItemId").asString(""));
      for (JsonNode charged : item.path("marketplaceFees")) {
        Money part = signed(EbayOrders.money(charged.path("amount")), !credit());
        String words = charged.path("feeType").asString("");
        number++;
        movements.add(movement("-fee-" + number, fee, line.filter(l -> !l.isEmpty()), part, words));
        explained = explained.plus(part);
      }
    }
    Money rest = amount.minus(explained);
    if (rest.minor() != 0) {
      movements.add(
          movement("-rest", MovementKind.OTHER, Optional.empty(), rest, type + " not explained"));
    }
    return movements;
  }

  private boolean credit() {
    return switch (transaction.path("bookingEntry").asString("")) {
      case "CREDIT" -> true;
      case "DEBIT" -> false;
      default ->
          throw new IllegalArgumentException("transaction " + id + " is neither credit nor debit");
    };
  }

  private SettledAmount movement(
      String part, MovementKind kind, Optional<String> line, Money amount, String words) {
    return new SettledAmount(id + part, kind, order, line, amount, words, at);
  }

  private static Money signed(Money amount, boolean plus) {
    return plus ? amount : Money.zero(amount.currency()).minus(amount);
  }
}
