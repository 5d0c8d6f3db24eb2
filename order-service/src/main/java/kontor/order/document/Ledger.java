package kontor.order.document;

import java.util.Optional;
import kontor.contracts.invoice.InvoiceEvent;

/** The events of the number ranges as they were committed. */
@FunctionalInterface
public interface Ledger {

  /** The invoice or credit note that was issued under a number. */
  Optional<InvoiceEvent> issued(String number);
}
