package kontor.order.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.contracts.OrderId;
import kontor.order.document.Archive;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure erased, and what is kept.
 *
 * @param doneAt when nothing is left to erase; absent while something waits
 */
public record ErasureReport(
    String subject,
    Instant requestedAt,
    @Nullable Instant doneAt,
    List<String> erased,
    List<Kept> kept) {

  /**
   * Something that is kept.
   *
   * @param until when it goes: a day, or what has to happen
   * @param source the law
   */
  public record Kept(String what, OrderId order, String until, String source) {}

  static ErasureReport of(Erasure erasure, Archive archive) {
    List<String> erased = new ArrayList<>();
    if (!erasure.ofOneOrder()) {
      erased.add("profile, addresses, consents, password, sessions and mailed links");
    }
    erasure.erased().forEach(order -> erased.add("contact and mails of the order " + order));
    List<Kept> kept = new ArrayList<>();
    for (OrderId order : erasure.waiting()) {
      kept.add(
          new Kept(
              "contact and mails of an order that is not over",
              order,
              Retention.CONTACT.until(),
              Retention.CONTACT.source()));
      kept.addAll(invoices(order, archive));
    }
    erasure.erased().forEach(order -> kept.addAll(invoices(order, archive)));
    return new ErasureReport(
        erasure.subject(), erasure.requestedAt(), erasure.doneAt(), erased, kept);
  }

  private static List<Kept> invoices(OrderId order, Archive archive) {
    return archive.of(order).stream()
        .map(
            entry ->
                new Kept(
                    "original of " + entry.number(),
                    order,
                    kontor.order.document.Original.keepUntil(entry.issuedOn()).toString(),
                    Retention.INVOICES.source()))
        .toList();
  }
}
