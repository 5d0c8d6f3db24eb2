package kontor.audit;

import kontor.contracts.order.ChangeEvent.HoldLifted;
import kontor.contracts.order.ChangeEvent.OrderPutOnHold;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.ParcelEvent.OrderCompleted;
import kontor.contracts.order.ParcelEvent.OrderDelivered;
import kontor.contracts.order.ParcelEvent.ParcelShipped;

/** How far one order has come. */
final class OrderPath {

  private String status = "";
  private boolean confirmed;
  private boolean partly;
  private boolean shipped;
  private boolean returned;

  void apply(OrderEvent event) {
    if (event instanceof OrderPlaced) {
      status = "PLACED";
    } else if (event instanceof PaymentRequested) {
      status = "AWAITING_PAYMENT";
    } else if (event instanceof OrderConfirmed) {
      confirmed = true;
      status = "CONFIRMED";
    } else if (event instanceof OrderRejected) {
      status = "REJECTED";
    } else if (event instanceof OrderCancelled) {
      status = "CANCELLED";
    } else if (event instanceof OrderPutOnHold) {
      status = "ON_HOLD";
    } else if (event instanceof HoldLifted) {
      status = partly ? "PARTLY_SHIPPED" : "CONFIRMED";
    } else {
      onTheWay(event);
    }
  }

  /** From the first return on, a shipped order is a returned one until it is completed. */
  private void onTheWay(OrderEvent event) {
    if (event instanceof ParcelShipped) {
      partly = true;
      status = "PARTLY_SHIPPED";
    } else if (event instanceof OrderShipped) {
      shipped = true;
      status = returned ? "RETURNED" : "SHIPPED";
    } else if (event instanceof OrderDelivered) {
      status = returned ? "RETURNED" : "DELIVERED";
    } else if (event instanceof OrderReturned) {
      returned = true;
      if (shipped && !status.equals("COMPLETED")) {
        status = "RETURNED";
      }
    } else if (event instanceof OrderCompleted) {
      status = "COMPLETED";
    }
  }

  /** The name of the status, as the list of orders shows it; empty before it was placed. */
  String status() {
    return status;
  }

  boolean confirmed() {
    return confirmed;
  }

  /** Whether it came to nothing. */
  boolean ended() {
    return status.equals("REJECTED") || status.equals("CANCELLED");
  }

  /** Whether nothing more is expected to happen to it. */
  boolean isFinal() {
    return ended() || status.equals("COMPLETED");
  }
}
