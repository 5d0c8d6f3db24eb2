package kontor.inventory.stock.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Sku;
import kontor.contracts.stock.StockEvent.UnitsAt;
import kontor.inventory.stock.Hold;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a picker does not find comes from another place. */
@RestController
@RequestMapping("/api/admin/stock/failed-picks")
class FailedPickResource {

  private final Stock stock;
  private final BookingCheck check;

  FailedPickResource(Stock stock, BookingCheck check) {
    this.stock = stock;
    this.check = check;
  }

  /**
   * @param reference names the message, so that sending it again is safe
   * @param location where the units are not to be found
   */
  record FailedPick(
      String reference,
      @Nullable OrderId order,
      @Nullable Sku sku,
      @Nullable LocationId location) {}

  /**
   * @param places where the order's units are picked now
   */
  record Places(List<UnitsAt> places) {}

  /** Refused with 409 when no other place has as many; the books stay as they are: count. */
  @PostMapping
  Places fail(@RequestBody FailedPick failed, HttpServletRequest request) {
    check.reference(failed.reference);
    check.article("sku", failed.sku);
    if (failed.sku == null || failed.order == null || failed.location == null) {
      throw BadRequestException.field(failed.order == null ? "order" : "location", "is missing");
    }
    String reference = "failed-pick/" + failed.reference;
    stock.handle(
        failed.sku,
        new StockCommand.Reallocate(failed.order, failed.location, reference),
        RequestOrigin.of(request));
    Hold hold = stock.level(failed.sku).heldBy(failed.order);
    if (!hold.counted().contains(reference)) {
      throw BadRequestException.conflict(
          "the order gets nothing there, or no other place has as many free");
    }
    return new Places(hold.unitsAt());
  }
}
