package kontor.inventory.stock.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.ExchangeRate;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.UnitCost;
import kontor.contracts.stock.GoodsCost;
import kontor.eventstore.Origin;
import kontor.inventory.stock.Place;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand.Receive;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Goods in without a purchase order. {@code reference} names the delivery note, so it counts once.
 */
@RestController
@RequestMapping("/api/admin/stock/receipts")
class ReceiptResource {

  private final Stock stock;
  private final BookingCheck check;
  private final Clock clock;

  ReceiptResource(Stock stock, BookingCheck check, Clock clock) {
    this.stock = stock;
    this.check = check;
    this.clock = clock;
  }

  record Delivery(String reference, List<DeliveredLine> lines) {}

  /**
   * @param location the main one when absent
   * @param unitCost in euro; nobody knows when absent
   */
  record DeliveredLine(
      Sku sku, @Nullable LocationId location, int quantity, @Nullable UnitCost unitCost) {}

  /**
   * @param booked lines that moved stock; the others had been booked before
   */
  record Booked(int booked, int unchanged) {}

  @PostMapping
  Booked receive(@RequestBody Delivery delivery, HttpServletRequest request) {
    check.reference(delivery.reference);
    check.lines(delivery.lines);
    Map<Receive, Sku> lines = new LinkedHashMap<>();
    for (DeliveredLine line : delivery.lines) {
      int number = lines.size();
      String reference = "receipt/" + delivery.reference + "/" + (number + 1);
      lines.put(receipt(line, "lines[" + number + "].", reference), line.sku);
    }
    Origin origin = RequestOrigin.of(request);
    int booked = 0;
    for (Map.Entry<Receive, Sku> line : lines.entrySet()) {
      booked += stock.handle(line.getValue(), line.getKey(), origin).isEmpty() ? 0 : 1;
    }
    return new Booked(booked, lines.size() - booked);
  }

  private Receive receipt(DeliveredLine line, String field, String reference) {
    check.article(field + "sku", line.sku);
    check.quantity(field + "quantity", line.quantity, 1);
    Place place = check.place(field + "location", line.location);
    Quantity quantity = new Quantity(line.quantity);
    if (line.unitCost == null) {
      return new Receive(place, quantity, reference);
    }
    long cents = line.unitCost.cents(line.quantity, ExchangeRate.EURO);
    Optional<Instant> now = Optional.of(clock.instant());
    return new Receive(place, quantity, reference, Optional.of(GoodsCost.ofCents(cents, 0)), now);
  }
}
