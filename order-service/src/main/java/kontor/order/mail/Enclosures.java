package kontor.order.mail;

import java.util.List;
import kontor.order.document.Originals;
import kontor.order.mail.Message.Attachment;

/**
 * The documents that go along: the original of an invoice or credit note. A confirmation has none:
 * its text holds the whole contract (§ 312f BGB asks for a durable medium, which the mail is), and
 * setting a page of it cost more than placing the order.
 */
public final class Enclosures {

  private static final String PDF = "application/pdf";

  private final Originals originals;

  public Enclosures(Originals originals) {
    this.originals = originals;
  }

  List<Attachment> of(Mail mail) {
    String number = mail.details().get("document");
    if (number == null) {
      return List.of();
    }
    return originals.find(number).stream()
        .map(original -> new Attachment(number + ".pdf", PDF, original.pdf().bytes()))
        .toList();
  }
}
