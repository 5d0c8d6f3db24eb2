package kontor.inventory.purchasing.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.ExchangeRate;
import kontor.contracts.LocationId;
import kontor.contracts.PurchaseOrderId;
import kontor.contracts.Quantity;
import kontor.contracts.purchasing.PurchaseOrderEvent.LandedCost;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.inventory.purchasing.PurchaseCommand;
import kontor.inventory.purchasing.PurchaseCommand.Arrived;
import kontor.inventory.purchasing.PurchaseCommand.Rate;
import kontor.inventory.purchasing.PurchaseOrder;
import kontor.inventory.purchasing.PurchaseOrders;
import kontor.inventory.purchasing.PurchaseSummary;
import kontor.inventory.stock.adapter.BookingCheck;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Goods that arrive on an order to a supplier, and those that will not. */
@RestController
@RequestMapping("/api/admin/purchase-orders/{id}")
class GoodsInResource {

  private final PurchaseOrders orders;
  private final BookingCheck check;
  private final Clock clock;

  GoodsInResource(PurchaseOrders orders, BookingCheck check, Clock clock) {
    this.orders = orders;
    this.check = check;
    this.clock = clock;
  }

  /**
   * @param receipt names the delivery, such as the number of its note: sent again it counts once
   * @param rate units of the supplier's currency for one euro; absent: that of the sending
   * @param rateOn the day it is of
   * @param landed what came with this delivery besides and was not known when it was ordered
   * @param acceptOverDelivery take more than the order's tolerance allows
   * @param shortClose lines of which nothing more will come
   */
  record Receipt(
      String receipt,
      List<ReceiptLine> lines,
      @Nullable ExchangeRate rate,
      @Nullable LocalDate rateOn,
      @Nullable List<LandedCost> landed,
      @Nullable Boolean acceptOverDelivery,
      @Nullable Set<Integer> shortClose) {}

  /**
   * @param line of the order
   * @param location where the units lie now; the one that was ordered to when absent
   */
  record ReceiptLine(int line, int quantity, @Nullable LocationId location) {}

  record ShortClosure(Set<Integer> lines) {}

  /** The answer shows the order; the stock has the goods a moment later. */
  @PostMapping("/receipts")
  ResponseEntity<PurchaseSummary> receive(
      @PathVariable PurchaseOrderId id, @RequestBody Receipt receipt, HttpServletRequest request) {
    BookingCheck.required("receipt", receipt.receipt);
    if (!receipt.receipt.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:#-]{0,99}")) {
      throw BadRequestException.field("receipt", "must be 1 to 100 letters, digits or ._:#-");
    }
    PurchaseOrder order = orders.now(id).state();
    Optional<Rate> rate =
        order
            .written()
            .flatMap(
                content ->
                    PurchaseInput.rate(content.currency(), receipt.rate, receipt.rateOn, today()));
    return handle(
        id,
        new PurchaseCommand.Receive(
            receipt.receipt,
            goods(receipt.lines, order.lines()),
            rate,
            PurchaseInput.landed(receipt.landed),
            Boolean.TRUE.equals(receipt.acceptOverDelivery),
            receipt.shortClose == null ? Set.of() : receipt.shortClose,
            clock.instant()),
        request);
  }

  /** What is missing of these lines will not come. */
  @PostMapping("/short-closures")
  ResponseEntity<PurchaseSummary> shortClose(
      @PathVariable PurchaseOrderId id,
      @RequestBody ShortClosure closure,
      HttpServletRequest request) {
    BookingCheck.required("lines", closure.lines);
    return handle(id, new PurchaseCommand.ShortClose(closure.lines, clock.instant()), request);
  }

  private List<Arrived> goods(List<ReceiptLine> lines, List<PurchaseLine> ordered) {
    check.lines(lines);
    List<Arrived> goods = new ArrayList<>();
    for (ReceiptLine line : lines) {
      String field = "lines[" + goods.size() + "].";
      check.quantity(field + "quantity", line.quantity, 1);
      LocationId wanted =
          ordered.stream()
              .filter(one -> one.line() == line.line)
              .map(PurchaseLine::location)
              .findFirst()
              .orElse(LocationId.MAIN);
      LocationId location = line.location == null ? wanted : line.location;
      check.place(field + "location", location);
      goods.add(new Arrived(line.line, location, new Quantity(line.quantity)));
    }
    return goods;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private ResponseEntity<PurchaseSummary> handle(
      PurchaseOrderId id, PurchaseCommand command, HttpServletRequest request) {
    return PurchaseOrderResource.answer(
        id, Refusals.told(() -> orders.handle(id, command, RequestOrigin.of(request))));
  }
}
