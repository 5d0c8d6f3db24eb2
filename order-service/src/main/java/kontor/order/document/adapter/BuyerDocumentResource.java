package kontor.order.document.adapter;

import jakarta.servlet.http.HttpServletRequest;
import kontor.access.web.ServletAccessFilter;
import kontor.contracts.OrderId;
import kontor.order.document.Archive;
import kontor.order.document.Originals;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Orders;
import kontor.platform.spring.BadRequestException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A buyer's own invoices and credit notes. */
@RestController
class BuyerDocumentResource {

  private final Orders orders;
  private final Archive archive;
  private final Originals originals;

  BuyerDocumentResource(Orders orders, Archive archive, Originals originals) {
    this.orders = orders;
    this.archive = archive;
    this.originals = originals;
  }

  /** The original; for anybody but the order's buyer there is none. */
  @GetMapping(
      path = "/api/shop/orders/{id}/documents/{number}/pdf",
      produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(
      @PathVariable OrderId id, @PathVariable String number, HttpServletRequest request) {
    Order order = orders.find(id);
    String caller = ServletAccessFilter.caller(request).subject();
    boolean own =
        !(order instanceof Order.Absent) && Order.placed(order).customer().value().equals(caller);
    boolean listed =
        own
            && archive.of(id).stream()
                .anyMatch(entry -> entry.number().equals(number) && entry.voided() == null);
    if (!listed) {
      throw BadRequestException.notFound("you have no document " + number);
    }
    return originals
        .find(number)
        .map(original -> PdfAnswer.of(original.pdf(), number))
        .orElseThrow(() -> BadRequestException.notFound("you have no document " + number));
  }
}
