package kontor.order.mail.adapter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.order.mail.MailKind;
import kontor.order.mail.MailStatus;
import kontor.order.mail.Mails;
import kontor.order.mail.Mails.Entry;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mails for the manager: that there was one and how it stands, not what it says. */
@RestController
@RequestMapping("/api/admin/mails")
class MailResource {

  private static final int MOST = 200;

  private final Mails mails;
  private final Clock clock;

  MailResource(Mails mails, Clock clock) {
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * @param attempts so far
   * @param dueAt when it is tried next, while it waits
   * @param reason why the last try failed, or why it was not sent
   */
  record Listed(
      String id,
      MailKind kind,
      MailStatus status,
      @Nullable OrderId order,
      @Nullable CustomerId customer,
      int attempts,
      Instant recordedAt,
      @Nullable Instant dueAt,
      @Nullable Instant sentAt,
      @Nullable String reason) {

    static Listed of(Entry entry) {
      return new Listed(
          entry.id(),
          entry.mail().kind(),
          entry.status(),
          entry.mail().order(),
          entry.mail().customer(),
          entry.attempts(),
          entry.recordedAt(),
          entry.status() == MailStatus.WAITING ? entry.dueAt() : null,
          entry.sentAt(),
          entry.reason());
    }
  }

  record Page(List<Listed> items, @Nullable String next) {}

  /** The newest first. */
  @GetMapping
  Page list(
      @RequestParam(required = false) @Nullable OrderId order,
      @RequestParam(required = false) @Nullable MailStatus status,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (limit < 1 || limit > MOST) {
      throw BadRequestException.field("limit", "must be from 1 to " + MOST);
    }
    if (cursor != null && !cursor.matches("\\d{14}-[0-9a-f]{32}")) {
      throw BadRequestException.field("cursor", "is none of this list");
    }
    Mails.Page page = mails.list(order, status, cursor, limit);
    return new Page(page.items().stream().map(Listed::of).toList(), page.next());
  }

  /** Has a mail tried again that was given up or had no address; 409 for others. */
  @PostMapping("/{id}/retry")
  Listed retry(@PathVariable String id) {
    boolean again = mails.retry(id, clock.instant());
    Entry entry =
        mails.find(id).orElseThrow(() -> BadRequestException.notFound("there is no mail " + id));
    if (!again) {
      throw BadRequestException.conflict("the mail is " + entry.status() + ", not given up");
    }
    return Listed.of(entry);
  }
}
