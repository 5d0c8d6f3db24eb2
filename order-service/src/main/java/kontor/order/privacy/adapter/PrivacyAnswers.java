package kontor.order.privacy.adapter;

import java.time.Clock;
import kontor.contracts.CustomerId;
import kontor.order.customer.Customer;
import kontor.order.customer.adapter.CustomerAnswer;
import kontor.order.customer.adapter.SessionHeader;
import kontor.order.privacy.CustomerExport;
import kontor.order.privacy.CustomerExport.Export;
import kontor.order.privacy.ErasureReport;
import kontor.order.privacy.PrivacyReports;
import kontor.platform.spring.BadRequestException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The answers that customer and manager get alike. */
@Component
class PrivacyAnswers {

  private final CustomerExport export;
  private final PrivacyReports reports;
  private final Clock clock;

  PrivacyAnswers(CustomerExport export, PrivacyReports reports, Clock clock) {
    this.export = export;
    this.reports = reports;
    this.clock = clock;
  }

  /** All that is held, as a file to be saved. */
  ResponseEntity<Export> file(Customer customer) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"customer-" + customer.number() + ".json\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(export.of(customer.id(), CustomerAnswer.of(customer)));
  }

  /** Erases, ends the sessions and reports; 404 when there never was such a customer. */
  ResponseEntity<ErasureReport> erased(CustomerId id) {
    ErasureReport report = reports.erase(id).orElseThrow(PrivacyAnswers::nobody);
    return ResponseEntity.ok()
        .header(SessionHeader.NAME, SessionHeader.none(id.value(), clock.instant()))
        .body(report);
  }

  static BadRequestException nobody() {
    return BadRequestException.notFound("there is no such customer");
  }
}
