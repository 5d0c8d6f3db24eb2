package kontor.order.privacy.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.order.customer.Customer;
import kontor.order.customer.Customers;
import kontor.order.customer.SignIn;
import kontor.order.customer.SignIn.Outcome;
import kontor.order.customer.adapter.CustomerAnswer;
import kontor.order.customer.adapter.SessionHeader;
import kontor.order.customer.adapter.SignedInCustomer;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Orders;
import kontor.order.privacy.CustomerExport;
import kontor.order.privacy.CustomerExport.Export;
import kontor.order.privacy.ErasureReport;
import kontor.order.privacy.PrivacyReports;
import kontor.order.privacy.Retention;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is held of a customer: given out as one file (art. 15, 20 GDPR) and erased (art. 17). */
@RestController
class PrivacyResource {

  private final SignedInCustomer signedIn;
  private final SignIn signIn;
  private final Customers customers;
  private final Orders orders;
  private final CustomerExport export;
  private final PrivacyReports reports;
  private final Clock clock;

  PrivacyResource(
      SignedInCustomer signedIn,
      SignIn signIn,
      Customers customers,
      Orders orders,
      CustomerExport export,
      PrivacyReports reports,
      Clock clock) {
    this.signedIn = signedIn;
    this.signIn = signIn;
    this.customers = customers;
    this.orders = orders;
    this.export = export;
    this.reports = reports;
    this.clock = clock;
  }

  record Confirmation(@Nullable String password) {
    @Override
    public String toString() {
      return "Confirmation";
    }
  }

  @GetMapping("/api/shop/customers/me/export")
  ResponseEntity<Export> own(HttpServletRequest request) {
    return file(signedIn.of(request));
  }

  @GetMapping("/api/admin/customers/{id}/export")
  ResponseEntity<Export> any(@PathVariable CustomerId id) {
    return file(customers.find(id).orElseThrow(PrivacyResource::nobody));
  }

  private ResponseEntity<Export> file(Customer customer) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"customer-" + customer.number() + ".json\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(export.of(customer.id(), CustomerAnswer.of(customer)));
  }

  /**
   * Erases the account, confirmed by its password, and ends its sessions. The answer says what is
   * kept, why and until when.
   */
  @DeleteMapping("/api/shop/customers/me")
  ResponseEntity<?> eraseMe(@RequestBody Confirmation confirmation, HttpServletRequest request) {
    Customer me = signedIn.of(request);
    if (confirmation.password == null || confirmation.password.isEmpty()) {
      throw BadRequestException.field("password", "is missing");
    }
    Outcome outcome = signIn.confirm(me, confirmation.password);
    return outcome instanceof Outcome.Welcome
        ? erased(me.id())
        : SessionHeader.refusal(outcome, clock.instant());
  }

  /** Asked for again, it carries on and says how far it got. */
  @PostMapping("/api/admin/customers/{id}/erase")
  ResponseEntity<ErasureReport> eraseCustomer(@PathVariable CustomerId id) {
    return erased(id);
  }

  private ResponseEntity<ErasureReport> erased(CustomerId id) {
    ErasureReport report = reports.erase(id).orElseThrow(PrivacyResource::nobody);
    return ResponseEntity.ok()
        .header(SessionHeader.NAME, SessionHeader.none(id.value(), clock.instant()))
        .body(report);
  }

  /** Erases a guest's contact of one order, now or when the order is over. */
  @PostMapping("/api/admin/orders/{id}/erase-contact")
  ErasureReport eraseContact(@PathVariable OrderId id) {
    if (orders.find(id) instanceof Order.Absent) {
      throw BadRequestException.notFound("there is no order " + id);
    }
    return reports.erase(id);
  }

  /** How long what is kept, and by which law. */
  @GetMapping("/api/admin/customers/retention")
  List<Retention> retention() {
    return Retention.TABLE;
  }

  private static BadRequestException nobody() {
    return BadRequestException.notFound("there is no such customer");
  }
}
