package kontor.order.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/**
 * All number ranges. A number is taken and its document issued by the same insert: whoever crashes
 * before has taken none, whoever comes again after it finds the one that was taken, and of two
 * instances that want the same place one is refused and takes the next.
 */
public final class NumberRanges {

  /** Streams are called by their range: {@code invoices/RE-2026-11}. */
  public static final AggregateType<NumberRange, InvoiceEvent> TYPE =
      AggregateType.of(
          "invoices",
          InvoiceEvent.class,
          id -> NumberRange.empty(RangeName.of(id)),
          NumberRange::evolve);

  private final Aggregates<NumberRange, InvoiceEvent> ranges;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param zone where the date of an invoice is taken from
   */
  public NumberRanges(Aggregates<NumberRange, InvoiceEvent> ranges, ZoneId zone, Clock clock) {
    this.ranges = ranges;
    this.zone = zone;
    this.clock = clock;
  }

  /** The number of the bill: a new one, or the one that it has. */
  String issue(RangeName name, Bill bill, Origin origin) {
    return ranges
        .update(name.value(), origin, range -> NumberDecider.issue(range, bill, today()))
        .state()
        .number(bill.causeKey())
        .orElseThrow();
  }

  /** The number that stands for the cause; empty when nothing was issued for it. */
  Optional<String> number(RangeName name, String cause) {
    return find(name).number(cause);
  }

  /**
   * Voids the number and issues its bill anew, once: asked again, it gives the number that stands
   * for the bill now.
   */
  public String voidNumber(String number, Bill bill, String reason, Origin origin) {
    return ranges
        .update(
            RangeName.of(number).value(),
            origin,
            range ->
                NumberDecider.voidNumber(
                    range,
                    number,
                    bill,
                    reason,
                    today(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS)))
        .state()
        .number(bill.causeKey())
        .orElseThrow();
  }

  /** The range as stored, whatever instance took the last number. */
  public NumberRange find(RangeName name) {
    return ranges.refresh(name.value()).state();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
