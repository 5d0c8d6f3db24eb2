package kontor.order.privacy.adapter;

import java.util.List;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.order.customer.Customers;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Orders;
import kontor.order.privacy.CustomerExport.Export;
import kontor.order.privacy.ErasureReport;
import kontor.order.privacy.PrivacyReports;
import kontor.order.privacy.Retention;
import kontor.platform.spring.BadRequestException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The manager answers requests for information and erasure that come by other ways. */
@RestController
@RequestMapping("/api/admin")
class PrivacyAdminResource {

  private final Customers customers;
  private final Orders orders;
  private final PrivacyAnswers answers;
  private final PrivacyReports reports;

  PrivacyAdminResource(
      Customers customers, Orders orders, PrivacyAnswers answers, PrivacyReports reports) {
    this.customers = customers;
    this.orders = orders;
    this.answers = answers;
    this.reports = reports;
  }

  @GetMapping("/customers/{id}/export")
  ResponseEntity<Export> export(@PathVariable CustomerId id) {
    return answers.file(customers.find(id).orElseThrow(PrivacyAnswers::nobody));
  }

  /** Asked for again, it carries on and says how far it got. */
  @PostMapping("/customers/{id}/erase")
  ResponseEntity<ErasureReport> erase(@PathVariable CustomerId id) {
    return answers.erased(id);
  }

  /** Erases a guest's contact of one order, now or when the order is over. */
  @PostMapping("/orders/{id}/erase-contact")
  ErasureReport eraseContact(@PathVariable OrderId id) {
    if (orders.find(id) instanceof Order.Absent) {
      throw BadRequestException.notFound("there is no order " + id);
    }
    return reports.erase(id);
  }

  /** How long what is kept, and by which law. */
  @GetMapping("/customers/retention")
  List<Retention> retention() {
    return Retention.TABLE;
  }
}
