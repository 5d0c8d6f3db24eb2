package kontor.order.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import kontor.contracts.OrderId;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.CreditNoteIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceNumberVoided;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The numbers of one range that are taken. It remembers each cause of a document, which is why a
 * range is no longer than a month.
 *
 * @param last the highest place that is taken, 0 before the first
 * @param issued places by what caused the document: the parcel or return of an order
 * @param voided reasons by place
 */
public record NumberRange(
    RangeName name, int last, PMap<String, Integer> issued, PMap<Integer, String> voided) {

  static NumberRange empty(RangeName name) {
    return new NumberRange(name, 0, HashTreePMap.empty(), HashTreePMap.empty());
  }

  /** What a document is issued for, once. */
  static String cause(OrderId order, String parcelOrReturn) {
    return order.value() + "/" + parcelOrReturn;
  }

  /** The number that stands for the cause now. */
  Optional<String> number(String cause) {
    return Optional.ofNullable(issued.get(cause)).map(name::number);
  }

  /** The numbers that stand for nothing, with the reason, in their order. */
  public Map<String, String> voidedNumbers() {
    Map<String, String> numbers = new TreeMap<>();
    voided.forEach((place, reason) -> numbers.put(name.number(place), reason));
    return numbers;
  }

  /** The numbers up to the last one that were neither issued nor voided: there must be none. */
  public List<String> gaps() {
    Set<Integer> taken = new TreeSet<>(issued.values());
    taken.addAll(voided.keySet());
    return IntStream.rangeClosed(1, last)
        .filter(place -> !taken.contains(place))
        .mapToObj(name::number)
        .toList();
  }

  /** Never refuses: it happened. */
  NumberRange evolve(InvoiceEvent event) {
    int place = RangeName.place(event.number());
    if (event instanceof InvoiceIssued e) {
      return taken(place, cause(e.order(), e.parcel()));
    }
    if (event instanceof CreditNoteIssued e) {
      return taken(place, cause(e.order(), e.rma()));
    }
    if (event instanceof InvoiceNumberVoided e) {
      return new NumberRange(name, last, issued, voided.plus(place, e.reason()));
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private NumberRange taken(int place, String cause) {
    return new NumberRange(name, Math.max(last, place), issued.plus(cause, place), voided);
  }
}
