package kontor.order.mail.adapter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.order.mail.Mail;
import kontor.order.mail.MailKind;
import kontor.order.mail.MailStatus;
import kontor.order.mail.Mails.Copy;
import kontor.order.mail.Mails.Entry;
import kontor.order.mail.Mails.Page;
import org.bson.Document;

/** How a mail lies in the store. */
final class MailDocuments {

  private static final int ID_LENGTH = 32;

  private MailDocuments() {}

  static Document write(Mail mail, Instant now) {
    String id = id(mail.fact());
    Document document =
        new Document("_id", id)
            .append("fact", mail.fact())
            .append("kind", mail.kind().name())
            .append("details", new Document(new TreeMap<String, Object>(mail.details())))
            .append("at", Date.from(mail.at()))
            .append("status", MailStatus.WAITING.name())
            .append("attempts", 0)
            .append("recordedAt", Date.from(now))
            .append("waitingSince", Date.from(now))
            .append("dueAt", Date.from(now))
            .append("place", place(id, now));
    if (mail.order() != null) {
      document.append("order", mail.order().value());
    }
    if (mail.customer() != null) {
      document.append("customer", mail.customer().value());
    }
    return document;
  }

  /** Where it stands in a list by time. */
  private static String place(String id, Instant at) {
    return "%014d-%s".formatted(at.toEpochMilli(), id);
  }

  static Entry entry(Document stored) {
    return new Entry(
        stored.getString("_id"),
        mail(stored),
        MailStatus.valueOf(stored.getString("status")),
        stored.getInteger("attempts"),
        moment(stored, "recordedAt"),
        moment(stored, "waitingSince"),
        moment(stored, "dueAt"),
        stored.getDate("sentAt") == null ? null : moment(stored, "sentAt"),
        stored.getString("reason"));
  }

  static Copy copy(Document stored) {
    return new Copy(entry(stored), stored.getString("subject"), stored.getString("text"));
  }

  private static Mail mail(Document stored) {
    Map<String, String> details = new TreeMap<>();
    stored
        .get("details", Document.class)
        .forEach((name, value) -> details.put(name, String.valueOf(value)));
    String order = stored.getString("order");
    String customer = stored.getString("customer");
    return new Mail(
        stored.getString("fact"),
        MailKind.valueOf(stored.getString("kind")),
        order == null ? null : new OrderId(order),
        customer == null ? null : new CustomerId(customer),
        details,
        moment(stored, "at"));
  }

  private static Instant moment(Document stored, String field) {
    return stored.getDate(field).toInstant();
  }

  /**
   * @param found one more than fit on the page, where there are more
   */
  static Page page(List<Document> found, int limit) {
    boolean more = found.size() > limit;
    List<Document> items = more ? found.subList(0, limit) : found;
    return new Page(
        items.stream().map(MailDocuments::entry).toList(),
        more ? items.get(limit - 1).getString("place") : null);
  }

  private static String id(String fact) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(fact.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
