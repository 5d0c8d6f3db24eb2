package kontor.inventory.purchasing.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import kontor.contracts.ExchangeRate;
import kontor.contracts.Money;
import kontor.contracts.PurchaseOrderId;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderDrafted;
import kontor.inventory.purchasing.PurchaseCommand;
import kontor.inventory.purchasing.PurchaseCommand.Rate;
import kontor.inventory.purchasing.PurchaseOrder;
import kontor.inventory.purchasing.PurchaseOrders;
import kontor.inventory.purchasing.PurchaseSummary;
import kontor.inventory.purchasing.adapter.PurchaseInput.Written;
import kontor.inventory.stock.adapter.BookingCheck;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders to suppliers, from the draft until the supplier has them. */
@RestController
@RequestMapping("/api/admin/purchase-orders/{id}")
class PurchaseOrderResource {

  private final PurchaseOrders orders;
  private final PurchaseInput input;
  private final BookingCheck check;
  private final Clock clock;

  PurchaseOrderResource(
      PurchaseOrders orders, PurchaseInput input, BookingCheck check, Clock clock) {
    this.orders = orders;
    this.input = input;
    this.check = check;
    this.clock = clock;
  }

  /**
   * @param rate units of the supplier's currency for one euro; needed unless he invoices in euro
   * @param rateOn the day it is of
   * @param expectedOn absent: as drafted
   * @param belowMinimum order although the supplier's minimum is not reached
   */
  record Sending(
      @Nullable ExchangeRate rate,
      @Nullable LocalDate rateOn,
      @Nullable LocalDate expectedOn,
      @Nullable Boolean belowMinimum) {}

  record Schedule(LocalDate expectedOn) {}

  record Cancellation(String reason) {}

  @GetMapping
  ResponseEntity<PurchaseSummary> one(@PathVariable PurchaseOrderId id) {
    return answer(id, orders.now(id).state());
  }

  /** Writes a draft anew, with the ETag as {@code If-Match}, or for the first time. */
  @PutMapping
  ResponseEntity<PurchaseSummary> put(
      @PathVariable PurchaseOrderId id,
      @RequestBody Written written,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      HttpServletRequest request) {
    PurchaseOrderDrafted draft = input.draft(id, written);
    return handle(id, new PurchaseCommand.Draft(draft, Refusals.seen(match)), request);
  }

  /** From now on the goods are expected. */
  @PostMapping("/sending")
  ResponseEntity<PurchaseSummary> send(
      @PathVariable PurchaseOrderId id, @RequestBody Sending sending, HttpServletRequest request) {
    PurchaseOrderDrafted content = content(id);
    Rate rate =
        PurchaseInput.rate(content.currency(), sending.rate, sending.rateOn, today())
            .orElseThrow(
                () -> BadRequestException.field("rate", "the supplier does not invoice in EUR"));
    Optional<Money> minimum =
        Boolean.TRUE.equals(sending.belowMinimum)
            ? Optional.empty()
            : Optional.ofNullable(input.supplier(content.supplier()).minimumOrder());
    Optional<LocalDate> day = Optional.ofNullable(sending.expectedOn);
    return handle(id, new PurchaseCommand.Send(rate, day, minimum, clock.instant()), request);
  }

  /** The goods that are open come on another day. */
  @PostMapping("/schedule")
  ResponseEntity<PurchaseSummary> schedule(
      @PathVariable PurchaseOrderId id,
      @RequestBody Schedule schedule,
      HttpServletRequest request) {
    BookingCheck.required("expectedOn", schedule.expectedOn);
    return handle(id, new PurchaseCommand.Reschedule(schedule.expectedOn), request);
  }

  /** Refused with 409 once goods have arrived. */
  @PostMapping("/cancellation")
  ResponseEntity<PurchaseSummary> cancel(
      @PathVariable PurchaseOrderId id,
      @RequestBody Cancellation cancellation,
      HttpServletRequest request) {
    check.reason(cancellation.reason);
    return handle(id, new PurchaseCommand.Cancel(cancellation.reason, clock.instant()), request);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private PurchaseOrderDrafted content(PurchaseOrderId id) {
    return orders
        .now(id)
        .state()
        .written()
        .orElseThrow(() -> BadRequestException.notFound("there is no purchase order " + id));
  }

  private ResponseEntity<PurchaseSummary> handle(
      PurchaseOrderId id, PurchaseCommand command, HttpServletRequest request) {
    return answer(id, Refusals.told(() -> orders.handle(id, command, RequestOrigin.of(request))));
  }

  /** A draft has an ETag; what the supplier has is not rewritten. */
  static ResponseEntity<PurchaseSummary> answer(PurchaseOrderId id, PurchaseOrder order) {
    PurchaseSummary summary =
        PurchaseSummary.of(order)
            .orElseThrow(() -> BadRequestException.notFound("there is no purchase order " + id));
    ResponseEntity.BodyBuilder ok = ResponseEntity.ok();
    if (order instanceof PurchaseOrder.Draft draft) {
      ok.eTag(Refusals.tag(draft.revision()));
    }
    return ok.body(summary);
  }
}
