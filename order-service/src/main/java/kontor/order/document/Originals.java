package kontor.order.document;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.InvoiceNumberVoided;

/** Makes the original of each invoice and credit note, once. */
public final class Originals {

  private final Dealings dealings;
  private final InvoicePrinter printer;
  private final Archive archive;
  private final Ledger ledger;
  private final Clock clock;

  public Originals(
      Dealings dealings, InvoicePrinter printer, Archive archive, Ledger ledger, Clock clock) {
    this.dealings = dealings;
    this.printer = printer;
    this.archive = archive;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Lists the document with its order, and makes it if that was not done. */
  public void on(InvoiceEvent event) {
    archive.list(event);
    if (!(event instanceof InvoiceNumberVoided) && archive.find(event.number()).isEmpty()) {
      make(event);
    }
  }

  /**
   * The original under a number; made now where the event has not come by yet, or could not be
   * printed when it did. Empty when nothing was issued under the number.
   */
  public Optional<Original> find(String number) {
    Optional<Original> kept = archive.find(number);
    if (kept.isPresent() || !RangeName.isNumber(number)) {
      return kept;
    }
    ledger.issued(number).ifPresent(this::make);
    return archive.find(number);
  }

  private void make(InvoiceEvent event) {
    IssuedBill issued = IssuedBill.of(event);
    InvoicePrinter.Files files = printer.print(issued, dealings.of(event.order()));
    archive.keep(
        new Original(
            issued.number(),
            event.order(),
            files.pdf(),
            files.xrechnung(),
            Original.keepUntil(issued.issuedOn()),
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }
}
