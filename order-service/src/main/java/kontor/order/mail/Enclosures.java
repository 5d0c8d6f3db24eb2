package kontor.order.mail;

import java.util.List;
import kontor.order.document.Dealings;
import kontor.order.document.Language;
import kontor.order.document.LetterPrinter;
import kontor.order.document.OrderLetters;
import kontor.order.document.Originals;
import kontor.order.lifecycle.Order;
import kontor.order.mail.Message.Attachment;

/** The documents that go along: the confirmation, and the original of an invoice. */
public final class Enclosures {

  private static final String PDF = "application/pdf";

  private final Dealings dealings;
  private final OrderLetters letters;
  private final LetterPrinter printer;
  private final Originals originals;

  public Enclosures(
      Dealings dealings, OrderLetters letters, LetterPrinter printer, Originals originals) {
    this.dealings = dealings;
    this.letters = letters;
    this.printer = printer;
    this.originals = originals;
  }

  List<Attachment> of(Mail mail, Order order, Language language) {
    String number = mail.details().get("document");
    if (number != null) {
      return originals.find(number).stream()
          .map(original -> new Attachment(number + ".pdf", PDF, original.pdf().bytes()))
          .toList();
    }
    if (mail.kind() == MailKind.ORDER_CONFIRMED && order instanceof Order.Confirmed taken) {
      byte[] page = printer.print(letters.confirmation(dealings.of(taken, language))).bytes();
      String name = language == Language.GERMAN ? "Auftragsbestaetigung" : "Order-confirmation";
      return List.of(new Attachment(name + "-" + taken.placed().number() + ".pdf", PDF, page));
    }
    return List.of();
  }
}
