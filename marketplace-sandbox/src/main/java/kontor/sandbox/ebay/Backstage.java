package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.CancelCase.By;
import kontor.sandbox.ebay.CancelCase.State;
import kontor.sandbox.ebay.SoldOrder.Cancellation;

/** What the director of the sandbox can reach. Used inside {@link Ebay#direct} only. */
public final class Backstage {

  private final Desks desks;
  private final Cancelling cancelling;
  private final Settling settling;

  Backstage(Desks desks, Cancelling cancelling, Settling settling) {
    this.desks = desks;
    this.cancelling = cancelling;
    this.settling = settling;
  }

  public Sellers sellers() {
    return desks.sellers();
  }

  /** Lets a buyer buy of a seller; refuses what the marketplace would not sell. */
  public SoldOrder buy(String seller, Purchase purchase) {
    Desk desk =
        desks
            .find(seller)
            .orElseThrow(() -> new Purchase.Refused(404, "seller", "no seller " + seller));
    return desk.checkout().buy(purchase);
  }

  /**
   * Pays a seller out; empty if nothing is due.
   *
   * @param charge what eBay takes for itself, in the seller's currency
   */
  public Optional<JsonNode> payOut(String seller, Optional<BigDecimal> charge) {
    return desks
        .find(seller)
        .flatMap(desk -> desk.payouts().close(charge.map(value -> Amount.of(value, "EUR"))))
        .map(Json::tree);
  }

  /** An order of any seller. */
  public Optional<SoldOrder> order(String orderId) {
    return desk(orderId).flatMap(desk -> desk.orders().find(orderId));
  }

  private Optional<Desk> desk(String orderId) {
    return desks.all().stream().filter(desk -> desk.orders().find(orderId).isPresent()).findFirst();
  }

  /** The buyer pays; empty if the order does not wait for it. */
  public Optional<SoldOrder> pay(SoldOrder order) {
    return desk(order.orderId()).flatMap(desk -> desk.orders().pay(order));
  }

  /** The buyer asks to cancel; empty if the order does not allow it. */
  public Optional<SoldOrder> askToCancel(SoldOrder order, String reason) {
    if (!cancelling.eligible(order)) {
      return Optional.empty();
    }
    cancelling.ask(order, By.BUYER, reason);
    return order(order.orderId());
  }

  /** The seller says no, or the buyer takes it back; empty if nothing waits for an answer. */
  public Optional<SoldOrder> endRequest(SoldOrder order, boolean bySeller) {
    return cancelling
        .current(order)
        .filter(one -> one.state() == State.REQUESTED)
        .map(one -> bySeller ? cancelling.reject(order) : cancelling.withdraw(order));
  }

  /** Ends the order at once; empty if it does not allow it. */
  public Optional<SoldOrder> cancel(SoldOrder order, String reason) {
    boolean over = order.cancellation() == Cancellation.COMPLETED || !order.shipments().isEmpty();
    return over ? Optional.empty() : Optional.of(cancelling.complete(order, reason));
  }

  /** A case is opened on the order, or closed. */
  public SoldOrder openCase(SoldOrder order, boolean open) {
    Desk desk = desk(order.orderId()).orElseThrow();
    SoldOrder changed = order.with(order.after().withCase(open), desk.orders().now());
    desk.orders().put(changed);
    return changed;
  }

  /** The buyer asks to send back; empty if so many of the line were not shipped. */
  public Optional<ReturnCase> sendBack(
      SoldOrder order, String lineItemId, int quantity, String reason) {
    return desk(order.orderId())
        .flatMap(desk -> desk.returns().open(order, lineItemId, quantity, reason));
  }

  /** Nothing is left to do about a return; empty if there is none of this id. */
  public Optional<ReturnCase> closeReturn(String returnId) {
    return desks.all().stream()
        .flatMap(desk -> desk.returns().close(returnId).stream())
        .findFirst();
  }

  /** Lets so many refunds fail instead of arriving. */
  public void failRefunds(int times) {
    settling.fail(times);
  }
}
