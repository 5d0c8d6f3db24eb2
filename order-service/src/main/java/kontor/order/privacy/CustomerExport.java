package kontor.order.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.order.customer.OrdersOf;
import kontor.order.document.Archive;
import kontor.order.lifecycle.OrderSummary;
import kontor.order.lifecycle.Orders;
import kontor.order.mail.MailKind;
import kontor.order.mail.MailStatus;
import kontor.order.mail.Mails.Copy;
import org.jspecify.annotations.Nullable;

/** Collects what is held of a customer (art. 15, 20 GDPR). */
public final class CustomerExport {

  private final Holdings held;
  private final OrdersOf ordersOf;
  private final Orders orders;
  private final Archive archive;
  private final Clock clock;

  public CustomerExport(
      Holdings held, OrdersOf ordersOf, Orders orders, Archive archive, Clock clock) {
    this.held = held;
    this.ordersOf = ordersOf;
    this.orders = orders;
    this.archive = archive;
    this.clock = clock;
  }

  /**
   * @param profile the account with addresses and consents
   * @param others by name, such as carts
   * @param retention how long what is kept
   */
  public record Export(
      String format,
      Instant exportedAt,
      Object profile,
      List<ExportedOrder> orders,
      List<ExportedMail> mails,
      Map<String, Object> others,
      List<Retention> retention) {}

  /**
   * @param contact absent when it was erased
   */
  public record ExportedOrder(
      OrderSummary order,
      @Nullable Map<String, Object> contact,
      List<ExportedInvoice> invoices,
      List<ExportedMail> mails) {}

  /**
   * @param pdf where its buyer gets it
   */
  public record ExportedInvoice(Archive.Entry document, String pdf) {}

  /**
   * @param subject absent where it was not sent, held a secret link, or was erased
   */
  public record ExportedMail(
      MailKind kind,
      MailStatus status,
      Instant recordedAt,
      @Nullable Instant sentAt,
      @Nullable String subject,
      @Nullable String text) {

    static ExportedMail of(Copy copy) {
      return new ExportedMail(
          copy.entry().mail().kind(),
          copy.entry().status(),
          copy.entry().recordedAt(),
          copy.entry().sentAt(),
          copy.subject(),
          copy.text());
    }
  }

  public Export of(CustomerId customer, Object profile) {
    Map<String, Object> more = new LinkedHashMap<>();
    held.others().forEach(data -> more.put(data.name(), data.export(customer.value())));
    return new Export(
        "kontor-customer-export/1",
        clock.instant(),
        profile,
        ordersOf.ids(customer).stream().map(this::order).toList(),
        held.mails().ofCustomer(customer).stream().map(ExportedMail::of).toList(),
        more,
        Retention.TABLE);
  }

  private ExportedOrder order(OrderId id) {
    String path = "/api/shop/orders/" + id + "/documents/";
    return new ExportedOrder(
        OrderSummary.of(orders.find(id)),
        held.personal().contact(id).orElse(null),
        archive.of(id).stream()
            .map(entry -> new ExportedInvoice(entry, path + entry.number() + "/pdf"))
            .toList(),
        held.mails().ofOrder(id).stream().map(ExportedMail::of).toList());
  }
}
