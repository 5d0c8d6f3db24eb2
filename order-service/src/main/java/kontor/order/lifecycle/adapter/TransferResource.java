package kontor.order.lifecycle.adapter;

import jakarta.servlet.http.HttpServletRequest;
import kontor.contracts.Money;
import kontor.order.lifecycle.OrderSummary;
import kontor.order.lifecycle.ReceivedMoney;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Money that came in on the bank account, matched by the reference on the transfer. */
@RestController
class TransferResource {

  private final ReceivedMoney money;

  TransferResource(ReceivedMoney money) {
    this.money = money;
  }

  /**
   * @param reference as on the bank statement, such as {@code VK-1042}
   * @param transfer the bank's id of the booking, so that it counts once
   */
  record Transfer(@Nullable String reference, @Nullable String transfer, @Nullable Money amount) {}

  /**
   * Books a transfer. A prepaid order is confirmed with the last of its sum; too much money, or
   * money for an order that ended, is booked and sent back.
   */
  @PostMapping("/api/admin/payments/transfers")
  OrderSummary book(@RequestBody Transfer wanted, HttpServletRequest request) {
    String reference = name("reference", wanted.reference);
    String transfer = name("transfer", wanted.transfer);
    Money amount = wanted.amount;
    if (amount == null || amount.isNegative() || amount.isZero()) {
      throw BadRequestException.field("amount", "must be more than zero");
    }
    try {
      return money
          .book(reference, transfer, amount, RequestOrigin.of(request))
          .map(OrderSummary::of)
          .orElseThrow(
              () -> BadRequestException.unprocessable("reference", "no order has " + reference));
    } catch (IllegalArgumentException otherCurrency) {
      throw BadRequestException.unprocessable("amount", String.valueOf(otherCurrency.getMessage()));
    }
  }

  private static String name(String field, @Nullable String value) {
    if (value == null || !value.matches("[A-Za-z0-9-]{1,60}")) {
      throw BadRequestException.field(field, "must be 1 to 60 letters, digits or dashes");
    }
    return value;
  }
}
