package kontor.order.lifecycle.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import kontor.access.Caller;
import kontor.access.web.ServletAccessFilter;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Orders;
import kontor.order.payment.PaymentProviders;
import kontor.platform.spring.BadRequestException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a buyer's browser needs to pay an order that waits for it. */
@RestController
class BuyerPaymentResource {

  private final Orders orders;
  private final PaymentProviders providers;

  BuyerPaymentResource(Orders orders, PaymentProviders providers) {
    this.orders = orders;
    this.providers = providers;
  }

  /**
   * @param provider such as {@code stripe}
   * @param values the provider's own: for Stripe {@code clientSecret} and {@code publishableKey}
   */
  record Handover(String provider, Map<String, String> values) {}

  /** For the buyer alone, while the order waits for the payment; else 404. */
  @GetMapping("/api/shop/orders/{id}/payment")
  Handover payment(@PathVariable OrderId id, HttpServletRequest request) {
    Caller caller = ServletAccessFilter.caller(request);
    if (orders.find(id) instanceof Order.Placed open
        && open.placed().customer().value().equals(caller.subject())
        && open.request() != null) {
      PaymentRequested asked = open.request();
      return new Handover(asked.provider(), providers.named(asked.provider()).forTheBuyer(id));
    }
    throw BadRequestException.notFound("no order of yours with this id waits for a payment");
  }
}
