package kontor.order.document.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kontor.contracts.OrderId;
import kontor.order.document.Bill;
import kontor.order.document.BlockedOrders;
import kontor.order.document.Ledger;
import kontor.order.document.NumberRanges;
import kontor.order.document.Original;
import kontor.order.document.Originals;
import kontor.order.document.RangeName;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices and credit notes by their number. */
@RestController
@RequestMapping("/api/admin/documents/{number}")
class DocumentResource {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentResource.class);
  private static final String AUDIT = "audit";

  private final Originals originals;
  private final Ledger ledger;
  private final NumberRanges ranges;
  private final BlockedOrders blocked;

  DocumentResource(Originals originals, Ledger ledger, NumberRanges ranges, BlockedOrders blocked) {
    this.originals = originals;
    this.ledger = ledger;
    this.ranges = ranges;
    this.blocked = blocked;
  }

  /**
   * What is kept of a document.
   *
   * @param sha256 of the PDF, in hexadecimal digits
   * @param size of the PDF in bytes
   * @param keepUntil last day on which it must be there
   */
  record Kept(
      String number,
      OrderId order,
      String sha256,
      int size,
      LocalDate keepUntil,
      Instant storedAt,
      String pdf,
      String xrechnung) {}

  record Reason(@Nullable String reason) {}

  /**
   * @param replacement the number under which the document stands now
   */
  record Voided(String number, String replacement) {}

  @GetMapping
  Kept kept(@PathVariable String number) {
    Original original = existing(number);
    String path = "/api/admin/documents/" + number;
    return new Kept(
        number,
        original.order(),
        original.pdf().hash(),
        original.pdf().size(),
        original.keepUntil(),
        original.storedAt(),
        path + "/pdf",
        path + "/xrechnung");
  }

  /**
   * PDF/A-3 with the EN 16931 invoice in it (ZUGFeRD). Of a buyer who was erased it is blocked
   * (403) unless the purpose is an audit.
   *
   * @param purpose {@code audit} for those who check the books
   */
  @GetMapping(path = "/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(
      @PathVariable String number, @RequestParam(required = false) @Nullable String purpose) {
    return PdfAnswer.of(shown(number, purpose).pdf(), number);
  }

  /**
   * XRechnung, CII syntax; blocked like the PDF.
   *
   * @param purpose {@code audit} for those who check the books
   */
  @GetMapping(path = "/xrechnung", produces = MediaType.APPLICATION_XML_VALUE)
  String xrechnung(
      @PathVariable String number, @RequestParam(required = false) @Nullable String purpose) {
    return shown(number, purpose).xrechnung();
  }

  private Original shown(String number, @Nullable String purpose) {
    Original original = existing(number);
    if (blocked.isBlocked(original.order())) {
      if (!AUDIT.equals(purpose)) {
        throw BadRequestException.forbidden(
            "the buyer was erased: the document is kept for audits only, see purpose=" + AUDIT);
      }
      LOG.info("the blocked document {} was shown for an audit", number);
    }
    return original;
  }

  /**
   * Voids a number that has not reached its buyer, and issues the document anew under the next one.
   * What the buyer has is corrected by a credit note instead. Asking again changes nothing.
   */
  @PostMapping("/void")
  Voided voidNumber(
      @PathVariable String number, @RequestBody Reason wanted, HttpServletRequest request) {
    String reason = wanted.reason;
    if (reason == null || reason.isBlank() || reason.length() > 200) {
      throw BadRequestException.field("reason", "must be 1 to 200 characters");
    }
    Bill bill =
        Optional.of(number)
            .filter(RangeName::isNumber)
            .flatMap(ledger::issued)
            .map(Bill::of)
            .orElseThrow(() -> missing(number));
    return new Voided(number, ranges.voidNumber(number, bill, reason, RequestOrigin.of(request)));
  }

  private Original existing(String number) {
    return originals.find(number).orElseThrow(() -> missing(number));
  }

  private static BadRequestException missing(String number) {
    return BadRequestException.notFound("there is no document " + number);
  }
}
