package kontor.local.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.CreditNoteIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceIssued;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.ParcelEvent.ParcelShipped;

/** The bills of one order beside its parcels, returns and money. */
final class InvoicedOrder {

  private final Map<String, Integer> bills = new HashMap<>();
  private final Set<String> causes = new HashSet<>();
  private final Set<String> needed = new TreeSet<>();
  private final Set<Integer> costs = new HashSet<>();
  private Instant placedAt = Instant.MIN;
  private String provider = "";
  private boolean shipped;
  private long charged;
  private long paid;

  InvoicedOrder(List<Object> events, List<InvoiceEvent> standing) {
    events.forEach(this::count);
    standing.forEach(this::count);
  }

  private void count(Object event) {
    if (event instanceof OrderPlaced e) {
      placedAt = e.placedAt();
      e.lines().stream()
          .filter(line -> line.total().minor() >= line.quantity().value())
          .forEach(line -> costs.add(line.line()));
    } else if (event instanceof PaymentAuthorised e) {
      provider = e.provider();
    } else if (event instanceof OrderPaid e) {
      paid += e.amount().minor();
    } else if (event instanceof OrderRefunded e) {
      paid -= e.amount().minor();
    } else if (event instanceof ParcelShipped e) {
      causes.add("parcel " + e.parcel());
      if (e.lines().stream().anyMatch(units -> costs.contains(units.line()))) {
        needed.add("parcel " + e.parcel());
      }
    } else if (event instanceof OrderReturned e) {
      causes.add("return " + e.rma());
    } else if (event instanceof OrderShipped) {
      shipped = true;
    } else if (event instanceof InvoiceIssued e) {
      bills.merge("parcel " + e.parcel(), 1, Integer::sum);
      charged += e.total().minor();
    } else if (event instanceof CreditNoteIssued e) {
      bills.merge("return " + e.rma(), 1, Integer::sum);
      charged -= e.total().minor();
    }
  }

  /**
   * @param since the day of the first bill of all: an order from before may have been invoiced
   *     elsewhere
   */
  List<String> wrong(String id, LocalDate since) {
    List<String> wrong = new ArrayList<>();
    if (bills.isEmpty() && placedAt.isBefore(since.atStartOfDay().toInstant(ZoneOffset.UTC))) {
      return wrong;
    }
    needed.stream()
        .filter(cause -> !bills.containsKey(cause))
        .forEach(cause -> wrong.add("order " + id + ": no bill of " + cause));
    bills.forEach(
        (cause, number) -> {
          if (number > 1) {
            wrong.add("order " + id + ": " + number + " bills of " + cause);
          }
          if (!causes.contains(cause)) {
            wrong.add("order " + id + ": a bill of " + cause + ", which there is not");
          }
        });
    if (!agrees()) {
      wrong.add("order " + id + ": billed " + charged + ", paid " + paid + " minor units");
    }
    return wrong;
  }

  /**
   * Who pays afterwards may still owe, who pays first may still wait for goods; in all other cases
   * the money moves with the goods.
   */
  private boolean agrees() {
    if (bills.isEmpty() && needed.isEmpty()) {
      return true; // nothing has left: what was paid waits, or goes back
    }
    if (provider.equals("account")) {
      return paid <= charged;
    }
    boolean waits = provider.equals("prepayment") && !shipped;
    return waits ? paid >= charged : paid == charged;
  }
}
