package kontor.contracts.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kontor.contracts.EventType;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxTreatment;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one number range. Topic {@code invoices}, keyed by the range, such as {@code
 * RE-2026-11}. The numbers of a range follow each other without a gap: taking the number and
 * issuing the document are one event.
 */
public sealed interface InvoiceEvent {

  /** Unique for ever: the range and the place in it, such as {@code RE-2026-11-00042}. */
  String number();

  OrderId order();

  /**
   * The goods of a parcel are charged for.
   *
   * @param parcel of the order; each has one invoice that is not void
   * @param issuedOn the date of the invoice, in the shop's zone
   * @param suppliedOn when the goods left (§ 14 (4) no. 6 UStG)
   * @param lines the goods, then the charge for shipping
   * @param taxes per VAT rate, the lowest first
   * @param rounding what makes {@code total} of the sums of {@code taxes}; a few cents at most
   * @param total what the buyer is charged, VAT included
   * @param treatment how VAT applies; absent: at its rates, and what has none is an export
   */
  @EventType("kontor.invoice.issued.v1")
  record InvoiceIssued(
      String number,
      OrderId order,
      String parcel,
      LocalDate issuedOn,
      LocalDate suppliedOn,
      List<InvoiceLine> lines,
      List<TaxSum> taxes,
      Money rounding,
      Money total,
      @Nullable TaxTreatment treatment)
      implements InvoiceEvent {

    public InvoiceIssued {
      lines = List.copyOf(lines);
      taxes = List.copyOf(taxes);
    }

    /** At the rates of VAT. */
    public InvoiceIssued(
        String number,
        OrderId order,
        String parcel,
        LocalDate issuedOn,
        LocalDate suppliedOn,
        List<InvoiceLine> lines,
        List<TaxSum> taxes,
        Money rounding,
        Money total) {
      this(number, order, parcel, issuedOn, suppliedOn, lines, taxes, rounding, total, null);
    }
  }

  /**
   * Goods came back: so much less is charged. All amounts are positive.
   *
   * @param rma the return; each has one credit note that is not void
   * @param invoices numbers of the invoices that it corrects
   * @param suppliedOn when the goods were taken back
   * @param total what the buyer is charged less, VAT included
   * @param treatment how VAT applies; absent: at its rates, and what has none is an export
   */
  @EventType("kontor.invoice.credit-note-issued.v1")
  record CreditNoteIssued(
      String number,
      OrderId order,
      String rma,
      List<String> invoices,
      LocalDate issuedOn,
      LocalDate suppliedOn,
      List<InvoiceLine> lines,
      List<TaxSum> taxes,
      Money rounding,
      Money total,
      @Nullable TaxTreatment treatment)
      implements InvoiceEvent {

    public CreditNoteIssued {
      invoices = List.copyOf(invoices);
      lines = List.copyOf(lines);
      taxes = List.copyOf(taxes);
    }

    /** At the rates of VAT. */
    public CreditNoteIssued(
        String number,
        OrderId order,
        String rma,
        List<String> invoices,
        LocalDate issuedOn,
        LocalDate suppliedOn,
        List<InvoiceLine> lines,
        List<TaxSum> taxes,
        Money rounding,
        Money total) {
      this(number, order, rma, invoices, issuedOn, suppliedOn, lines, taxes, rounding, total, null);
    }
  }

  /** The number is used up and stands for nothing; the document is issued anew under another. */
  @EventType("kontor.invoice.number-voided.v1")
  record InvoiceNumberVoided(String number, OrderId order, String reason, Instant voidedAt)
      implements InvoiceEvent {}

  /**
   * What is charged for.
   *
   * @param sku absent: the charge for shipping, as far as it falls under this rate
   * @param unitPrice before discounts, VAT included
   * @param gross what is charged, VAT included: unit price × quantity − discount
   * @param taxRate VAT in basis points (1900 = 19 %)
   * @param net its part of the net sum of its rate
   * @param netUnitPrice before discounts and VAT, as shown to a buyer whose prices are without VAT;
   *     absent: they are with VAT
   */
  record InvoiceLine(
      @Nullable Sku sku,
      String title,
      Quantity quantity,
      Money unitPrice,
      Money gross,
      int taxRate,
      Money net,
      @Nullable Money netUnitPrice) {

    /** For a buyer whose prices are with VAT. */
    public InvoiceLine(
        @Nullable Sku sku,
        String title,
        Quantity quantity,
        Money unitPrice,
        Money gross,
        int taxRate,
        Money net) {
      this(sku, title, quantity, unitPrice, gross, taxRate, net, null);
    }
  }

  /**
   * All that falls under one VAT rate.
   *
   * @param taxRate in basis points
   * @param tax {@code net × rate}, rounded HALF_UP (EN 16931, BR-CO-17)
   */
  record TaxSum(int taxRate, Money net, Money tax) {}
}
