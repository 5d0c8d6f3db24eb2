package kontor.inventory.stock.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.eventstore.Origin;
import kontor.inventory.stock.Place;
import kontor.inventory.stock.Shelf;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;
import kontor.inventory.stock.StockCommand.Movement;
import kontor.inventory.stock.StockLevel;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people move: counts, corrections, transfers and losses. {@code reference} names the
 * document, so that sending it again is safe.
 */
@RestController
@RequestMapping("/api/admin/stock")
class MovementResource {

  private final Stock stock;
  private final BookingCheck check;

  MovementResource(Stock stock, BookingCheck check) {
    this.stock = stock;
    this.check = check;
  }

  record Booking(String reference, List<BookingLine> lines) {}

  /**
   * @param location the main one when absent
   * @param seen of a count: the shelf's {@code movements} when its figure was read; absent: counted
   *     just now
   */
  record BookingLine(
      Sku sku, @Nullable LocationId location, int quantity, @Nullable Integer seen) {}

  record Adjustment(
      Sku sku, @Nullable LocationId location, int delta, String reason, String reference) {}

  record TransferBooking(
      String reference,
      LocationId from,
      LocationId to,
      @Nullable String reason,
      List<BookingLine> lines) {}

  record Loss(String reference, String reason, List<BookingLine> lines) {}

  /**
   * @param booked lines that moved stock; the others had been booked before
   */
  record Booked(int booked, int unchanged) {}

  /** A command and the SKU that it goes to. */
  private record Step(Sku sku, Movement movement) {}

  /** A stocktake: each line says how many are there. */
  @PostMapping("/counts")
  Booked count(@RequestBody Booking booking, HttpServletRequest request) {
    check.reference(booking.reference);
    List<Step> steps = new ArrayList<>();
    for (Line line : lines(booking.lines, 0)) {
      String reference = "count/" + booking.reference + line.suffix();
      steps.add(line.step(new StockCommand.Count(line.place, line.quantity, line.seen, reference)));
    }
    Booked booked = book(steps, request);
    List<String> stale = steps.stream().map(this::stale).filter(s -> !s.isEmpty()).toList();
    if (!stale.isEmpty()) {
      throw BadRequestException.conflict(
          "counted before a movement, not booked; count again: " + String.join("; ", stale));
    }
    return booked;
  }

  @PostMapping("/adjustments")
  Booked adjust(@RequestBody Adjustment adjustment, HttpServletRequest request) {
    check.article("sku", adjustment.sku);
    check.reason(adjustment.reason);
    check.reference(adjustment.reference);
    Place place = check.place("location", adjustment.location);
    String reference = "adjustment/" + adjustment.reference;
    Movement movement =
        new StockCommand.Adjust(place, adjustment.delta, adjustment.reason, reference);
    return book(List.of(new Step(adjustment.sku, movement)), request);
  }

  /** From one place to another; goods that take days go to a place of kind TRANSIT first. */
  @PostMapping("/transfers")
  Booked transfer(@RequestBody TransferBooking booking, HttpServletRequest request) {
    check.reference(booking.reference);
    Place from = check.place("from", booking.from);
    Place to = check.place("to", booking.to);
    if (booking.from == null || booking.to == null || from.equals(to)) {
      throw BadRequestException.field("to", "must be another location than 'from'");
    }
    List<Step> steps = new ArrayList<>();
    for (Line line : lines(booking.lines, 1)) {
      String reference = "transfer/" + booking.reference + line.suffix();
      steps.add(
          line.step(new StockCommand.Transfer(from, to, line.quantity, booking.reason, reference)));
    }
    return book(steps, request);
  }

  /** Lost, broken or out of date. */
  @PostMapping("/write-offs")
  Booked writeOff(@RequestBody Loss loss, HttpServletRequest request) {
    check.reference(loss.reference);
    check.reason(loss.reason);
    List<Step> steps = new ArrayList<>();
    for (Line line : lines(loss.lines, 1)) {
      String reference = "write-off/" + loss.reference + line.suffix();
      steps.add(
          line.step(new StockCommand.WriteOff(line.place, line.quantity, loss.reason, reference)));
    }
    return book(steps, request);
  }

  private record Line(int number, Sku sku, Place place, Quantity quantity, OptionalInt seen) {
    String suffix() {
      return "/" + number;
    }

    Step step(Movement movement) {
      return new Step(sku, movement);
    }
  }

  private List<Line> lines(List<BookingLine> lines, int least) {
    check.lines(lines);
    List<Line> checked = new ArrayList<>();
    for (BookingLine line : lines) {
      String field = "lines[" + checked.size() + "].";
      check.article(field + "sku", line.sku);
      check.quantity(field + "quantity", line.quantity, least);
      Place place = check.place(field + "location", line.location);
      OptionalInt seen = line.seen == null ? OptionalInt.empty() : OptionalInt.of(line.seen);
      checked.add(new Line(checked.size() + 1, line.sku, place, new Quantity(line.quantity), seen));
    }
    return checked;
  }

  private Booked book(List<Step> steps, HttpServletRequest request) {
    Origin origin = RequestOrigin.of(request);
    int booked = 0;
    for (Step step : steps) {
      booked += stock.handle(step.sku, step.movement, origin).isEmpty() ? 0 : 1;
    }
    return new Booked(booked, steps.size() - booked);
  }

  /** What stands there now, when a count was not booked; empty when it was. */
  private String stale(Step step) {
    StockLevel level = stock.level(step.sku);
    if (level.booked().contains(step.movement.reference())) {
      return "";
    }
    Shelf shelf = level.shelf(step.movement.place().location());
    return step.sku
        + " at "
        + step.movement.place().location()
        + ": "
        + shelf.units()
        + " on hand, seen "
        + shelf.movements();
  }
}
