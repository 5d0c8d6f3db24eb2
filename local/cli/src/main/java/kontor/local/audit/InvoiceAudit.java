package kontor.local.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.audit.Finding;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.CreditNoteIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceNumberVoided;

/** Are invoice numbers without gap and double, and do invoices and money agree for each order? */
final class InvoiceAudit {

  private final Map<String, List<Object>> ranges;
  private final Map<String, List<Object>> orders;
  private final Map<String, InvoiceEvent> standing = new TreeMap<>();

  InvoiceAudit(Streams streams) {
    this(streams.of("invoices"), streams.of("order"));
  }

  InvoiceAudit(Map<String, List<Object>> ranges, Map<String, List<Object>> orders) {
    this.ranges = ranges;
    this.orders = orders;
  }

  List<Finding> findings() {
    List<String> numbers = new ArrayList<>();
    ranges.forEach((range, events) -> numbers(range, events, numbers));
    Map<String, List<InvoiceEvent>> byOrder = new HashMap<>();
    standing
        .values()
        .forEach(
            event ->
                byOrder.computeIfAbsent(event.order().value(), id -> new ArrayList<>()).add(event));
    List<String> sums = new ArrayList<>();
    LocalDate since = firstDay();
    orders.forEach(
        (id, events) ->
            sums.addAll(new InvoicedOrder(events, bills(byOrder, id)).wrong(id, since)));
    return List.of(
        new Finding("invoice numbers have no gap and no double", standing.size(), numbers),
        new Finding("invoices less credit notes are what was paid", orders.size(), sums));
  }

  private LocalDate firstDay() {
    return standing.values().stream()
        .filter(InvoiceIssued.class::isInstance)
        .map(event -> ((InvoiceIssued) event).suppliedOn())
        .min(LocalDate::compareTo)
        .orElse(LocalDate.EPOCH);
  }

  private static List<InvoiceEvent> bills(Map<String, List<InvoiceEvent>> byOrder, String order) {
    return byOrder.getOrDefault(order, List.of());
  }

  /** Each number is issued once, right after the one before it; what is voided was issued. */
  private void numbers(String range, List<Object> events, List<String> wrong) {
    int last = 0;
    for (Object event : events) {
      if (event instanceof InvoiceNumberVoided voided) {
        if (standing.remove(voided.number()) == null) {
          wrong.add(voided.number() + " is void and was not issued");
        }
      } else if (event instanceof InvoiceIssued || event instanceof CreditNoteIssued) {
        InvoiceEvent issued = (InvoiceEvent) event;
        String expected = "%s-%05d".formatted(range, ++last);
        if (!issued.number().equals(expected)) {
          wrong.add(issued.number() + " follows where " + expected + " was due");
        }
        standing.put(issued.number(), issued);
      }
    }
  }
}
