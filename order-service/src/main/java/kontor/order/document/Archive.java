package kontor.order.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.order.document.RangeName.Kind;
import org.jspecify.annotations.Nullable;

/** Where originals are kept, and which order has which. */
public interface Archive {

  /** Keeps an original unless one is kept under its number: the first one stays. */
  void keep(Original original);

  Optional<Original> find(String number);

  /** Notes what happened to a number with its order; noting it again changes nothing. */
  void list(InvoiceEvent event);

  /** The invoices and credit notes of an order by number. */
  List<Entry> of(OrderId order);

  /**
   * An invoice or credit note in a list.
   *
   * @param cause the parcel, or the RMA number of the return
   * @param voided why the number stands for nothing
   */
  record Entry(
      String number,
      Kind kind,
      String cause,
      LocalDate issuedOn,
      Money total,
      @Nullable String voided) {}
}
