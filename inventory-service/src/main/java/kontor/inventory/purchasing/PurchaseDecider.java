package kontor.inventory.purchasing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderCancelled;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderDrafted;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderRescheduled;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderSent;
import kontor.inventory.purchasing.PurchaseCommand.Cancel;
import kontor.inventory.purchasing.PurchaseCommand.Draft;
import kontor.inventory.purchasing.PurchaseCommand.Receive;
import kontor.inventory.purchasing.PurchaseCommand.Reschedule;
import kontor.inventory.purchasing.PurchaseCommand.Send;
import kontor.inventory.purchasing.PurchaseCommand.ShortClose;
import kontor.inventory.purchasing.PurchaseRefusedException.Reason;

/** The rules of an order to a supplier: what he has is not rewritten, and all counts once. */
public final class PurchaseDecider {

  private PurchaseDecider() {}

  /**
   * What an order decides.
   *
   * @throws PurchaseRefusedException when the rules do not allow it
   */
  public static List<PurchaseOrderEvent> decide(PurchaseCommand command, PurchaseOrder order) {
    if (command instanceof Draft draft) {
      return draft(draft, order);
    }
    if (order instanceof PurchaseOrder.Absent absent) {
      throw new PurchaseRefusedException(
          Reason.UNKNOWN, "", "there is no purchase order " + absent.id());
    }
    if (command instanceof Send send) {
      return send(send, order);
    }
    if (command instanceof Cancel cancel) {
      return cancel(cancel, order);
    }
    if (command instanceof Reschedule wanted) {
      PurchaseOrder.Sent sent = sent(order);
      return sent.expectedOn().equals(Optional.of(wanted.expectedOn()))
          ? List.of()
          : List.of(new PurchaseOrderRescheduled(sent.content().order(), wanted.expectedOn()));
    }
    if (command instanceof Receive receive) {
      return ReceiptDecider.receive(receive, order);
    }
    if (command instanceof ShortClose wanted) {
      return ReceiptDecider.shortClose(wanted, order);
    }
    throw new IllegalArgumentException("no rule for " + command);
  }

  private static List<PurchaseOrderEvent> draft(Draft wanted, PurchaseOrder order) {
    if (order instanceof PurchaseOrder.Absent) {
      if (wanted.seen().isPresent()) {
        throw new PurchaseRefusedException(Reason.OUTDATED, "If-Match", "there is no such order");
      }
      return List.of(wanted.content());
    }
    if (!(order instanceof PurchaseOrder.Draft draft)) {
      throw PurchaseRefusedException.state("the supplier has it: it is not rewritten any more");
    }
    if (wanted.seen().isEmpty()) {
      throw new PurchaseRefusedException(Reason.UNSEEN, "If-Match", "there is such an order");
    }
    if (wanted.seen().get() != draft.revision()) {
      throw new PurchaseRefusedException(Reason.OUTDATED, "If-Match", "somebody changed it");
    }
    return draft.content().equals(wanted.content()) ? List.of() : List.of(wanted.content());
  }

  /** Sent again it is the same order. */
  private static List<PurchaseOrderEvent> send(Send wanted, PurchaseOrder order) {
    if (order instanceof PurchaseOrder.Ended) {
      throw PurchaseRefusedException.state("nothing of it is open");
    }
    if (!(order instanceof PurchaseOrder.Draft draft)) {
      return List.of();
    }
    PurchaseOrderDrafted content = draft.content();
    wanted.minimum().ifPresent(least -> checkMinimum(value(content, least.currency()), least));
    return List.of(
        new PurchaseOrderSent(
            content.order(),
            wanted.rate().perEuro(),
            wanted.rate().on(),
            wanted.expectedOn().orElse(content.expectedOn()),
            wanted.at()));
  }

  private static void checkMinimum(Money value, Money least) {
    if (value.compareTo(least) < 0) {
      throw PurchaseRefusedException.rule(
          "lines", "come to " + value + ", the supplier takes " + least + " or more");
    }
  }

  /** Parts of a minor unit are cut off. */
  private static Money value(PurchaseOrderDrafted content, Currency currency) {
    BigDecimal value = BigDecimal.ZERO;
    for (PurchaseLine line : content.lines()) {
      BigDecimal each = new BigDecimal(line.unitCost().amount());
      value = value.add(each.multiply(BigDecimal.valueOf(line.quantity().value())));
    }
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    BigDecimal whole = value.setScale(decimals, RoundingMode.DOWN);
    return new Money(whole.unscaledValue().longValueExact(), currency);
  }

  private static List<PurchaseOrderEvent> cancel(Cancel wanted, PurchaseOrder order) {
    if (order instanceof PurchaseOrder.Ended ended) {
      if (ended.cancelled()) {
        return List.of();
      }
      throw PurchaseRefusedException.state("its goods have arrived");
    }
    if (order instanceof PurchaseOrder.Sent sent && !sent.receipts().isEmpty()) {
      throw PurchaseRefusedException.state("goods have arrived: close the lines that are short");
    }
    return order.written().stream()
        .<PurchaseOrderEvent>map(
            content -> new PurchaseOrderCancelled(content.order(), wanted.reason(), wanted.at()))
        .toList();
  }

  static PurchaseOrder.Sent sent(PurchaseOrder order) {
    if (order instanceof PurchaseOrder.Sent sent) {
      return sent;
    }
    throw PurchaseRefusedException.state(
        order instanceof PurchaseOrder.Draft
            ? "the supplier does not have it yet"
            : "nothing of it is open");
  }
}
