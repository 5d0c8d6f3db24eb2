package kontor.analytics.live;

import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.CreditNoteIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceNumberVoided;

/** What happened to the numbers of invoices. */
final class InvoiceSentences {

  private final Words words;

  InvoiceSentences(Words words) {
    this.words = words;
  }

  Sentence tell(InvoiceEvent event) {
    String order = words.order(event.order());
    if (event instanceof InvoiceIssued e) {
      Sentence total = Words.money(e.total());
      return OrderSentences.about(
          order,
          new Sentence(
              "invoice " + e.number() + " over " + total.english(),
              "Rechnung " + e.number() + " über " + total.german()));
    }
    if (event instanceof CreditNoteIssued e) {
      Sentence total = Words.money(e.total());
      return OrderSentences.about(
          order,
          new Sentence(
              "credit note " + e.number() + " over " + total.english(),
              "Rechnungskorrektur " + e.number() + " über " + total.german()));
    }
    if (event instanceof InvoiceNumberVoided e) {
      return OrderSentences.about(
          order,
          new Sentence(
              "number " + e.number() + " is void: " + e.reason(),
              "Nummer " + e.number() + " ist ungültig: " + e.reason()));
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }
}
