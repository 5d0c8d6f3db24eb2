package kontor.order.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.InvoiceNumberVoided;

/**
 * Gives out the numbers of a range: each cause has one, and the next number is the last one plus
 * one, so that there is nothing between them.
 */
final class NumberDecider {

  private NumberDecider() {}

  /** Decides nothing for a cause that has its number. */
  static List<InvoiceEvent> issue(NumberRange range, Bill bill, LocalDate today) {
    return range.issued().containsKey(bill.causeKey())
        ? List.of()
        : List.of(bill.issue(range.name().number(range.last() + 1), today));
  }

  /**
   * Voids a number and issues the same bill anew under the next one. Decides nothing when the
   * number does not stand for the bill, or does not any more.
   */
  static List<InvoiceEvent> voidNumber(
      NumberRange range, String number, Bill bill, String reason, LocalDate today, Instant now) {
    if (range.number(bill.causeKey()).filter(number::equals).isEmpty()) {
      return List.of();
    }
    return List.of(
        new InvoiceNumberVoided(number, bill.order(), reason, now),
        bill.issue(range.name().number(range.last() + 1), today));
  }
}
