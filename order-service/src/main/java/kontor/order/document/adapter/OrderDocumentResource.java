package kontor.order.document.adapter;

import java.util.List;
import kontor.contracts.OrderId;
import kontor.order.document.Archive;
import kontor.order.document.Dealing;
import kontor.order.document.Dealings;
import kontor.order.document.Language;
import kontor.order.document.LetterPrinter;
import kontor.order.document.OrderLetters;
import kontor.order.lifecycle.Goods.Parcel;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Orders;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be printed of an order. */
@RestController
@RequestMapping("/api/admin/orders/{id}/documents")
class OrderDocumentResource {

  private final Orders orders;
  private final Dealings dealings;
  private final Archive archive;
  private final OrderLetters letters;
  private final LetterPrinter printer;

  OrderDocumentResource(
      Orders orders,
      Dealings dealings,
      Archive archive,
      OrderLetters letters,
      LetterPrinter printer) {
    this.orders = orders;
    this.dealings = dealings;
    this.archive = archive;
    this.letters = letters;
    this.printer = printer;
  }

  /**
   * @param issued invoices and credit notes, void ones too
   * @param confirmation where the order confirmation is; absent until the order is taken
   * @param deliveryNotes where the delivery note of each parcel is
   */
  record Documents(
      List<Issued> issued, @Nullable String confirmation, List<String> deliveryNotes) {}

  /**
   * @param pdf where it is
   */
  record Issued(Archive.Entry document, String pdf, String xrechnung) {

    static Issued of(Archive.Entry entry) {
      String path = "/api/admin/documents/" + entry.number();
      return new Issued(entry, path + "/pdf", path + "/xrechnung");
    }
  }

  @GetMapping
  Documents list(@PathVariable OrderId id) {
    List<Issued> issued = archive.of(id).stream().map(Issued::of).toList();
    String path = "/api/admin/orders/" + id + "/documents";
    return existing(id) instanceof Confirmed order
        ? new Documents(
            issued,
            path + "/confirmation",
            order.goods().parcels().stream()
                .map(parcel -> path + "/delivery-notes/" + parcel.id())
                .toList())
        : new Documents(issued, null, List.of());
  }

  /**
   * The order confirmation; 409 until the order is taken.
   *
   * @param language {@code de} or {@code en}; that of the country of delivery when absent
   */
  @GetMapping(path = "/confirmation", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> confirmation(
      @PathVariable OrderId id, @RequestParam(required = false) @Nullable String language) {
    Confirmed order = taken(id);
    return PdfAnswer.of(
        printer.print(letters.confirmation(dealing(order, language))),
        "confirmation-" + order.placed().number());
  }

  /**
   * The delivery note of a parcel, without prices.
   *
   * @param language {@code de} or {@code en}; that of the country of delivery when absent
   */
  @GetMapping(path = "/delivery-notes/{parcel}", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> deliveryNote(
      @PathVariable OrderId id,
      @PathVariable String parcel,
      @RequestParam(required = false) @Nullable String language) {
    Confirmed order = taken(id);
    Parcel packed =
        order
            .goods()
            .parcel(parcel)
            .orElseThrow(() -> BadRequestException.notFound("the order has no parcel " + parcel));
    return PdfAnswer.of(
        printer.print(letters.deliveryNote(dealing(order, language), packed)),
        "delivery-note-" + order.placed().number() + "-" + parcel);
  }

  private Dealing dealing(Confirmed order, @Nullable String language) {
    Language wanted =
        language == null
            ? Language.of(order.placed().country())
            : Language.find(language)
                .orElseThrow(() -> BadRequestException.field("language", "must be de or en"));
    return dealings.of(order, wanted);
  }

  private Confirmed taken(OrderId id) {
    if (existing(id) instanceof Confirmed order) {
      return order;
    }
    throw BadRequestException.conflict("the order was not taken, so there is nothing to print");
  }

  private Order existing(OrderId id) {
    Order order = orders.find(id);
    if (order instanceof Order.Absent) {
      throw BadRequestException.notFound("there is no order " + id);
    }
    return order;
  }
}
