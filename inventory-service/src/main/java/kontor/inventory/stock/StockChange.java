package kontor.inventory.stock;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Optional;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.contracts.stock.CorrectionEvent.StockTransferred;
import kontor.contracts.stock.CorrectionEvent.StockWrittenOff;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.StockAllocated;
import kontor.contracts.stock.StockEvent.StockLocationAdded;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockPolicySet;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockRejected;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.StockEvent.StockScrapped;
import kontor.contracts.stock.SupplyEvent.StockBackorderFilled;
import kontor.contracts.stock.SupplyEvent.StockCostSettled;
import kontor.contracts.stock.SupplyEvent.StockExpected;
import org.jspecify.annotations.Nullable;

/**
 * By how much one event of the ledger changes the figures. The changes up to any moment add up to
 * the figures of that moment.
 *
 * @param onHand per place
 * @param cause the document or the reason, for people
 */
public record StockChange(
    String kind,
    Map<LocationId, Integer> onHand,
    int reserved,
    Optional<OrderId> order,
    String cause) {

  public StockChange {
    onHand = Map.copyOf(onHand);
  }

  public static StockChange of(StockEvent event) {
    if (event instanceof StockReserved e) {
      return ofOrder("reserved", e.order(), e.quantity().value(), "");
    }
    if (event instanceof StockRejected e) {
      return ofOrder("rejected", e.order(), 0, "");
    }
    if (event instanceof StockReleased e) {
      return ofOrder("released", e.order(), -e.quantity().value(), text(e.reference()));
    }
    if (event instanceof StockPicked e) {
      int units = e.quantity().value();
      return new StockChange(
          "picked",
          Map.of(e.location(), -units),
          -units,
          Optional.of(e.order()),
          text(e.reference()));
    }
    if (event instanceof StockReturned e) {
      Map<LocationId, Integer> back = Map.of(e.location(), e.quantity().value());
      return new StockChange("returned", back, 0, Optional.of(e.order()), e.rma());
    }
    if (event instanceof StockAllocated e) {
      String places =
          e.places().stream().map(at -> at.location() + " " + at.quantity()).collect(joining(", "));
      return ofOrder("allocated", e.order(), 0, places);
    }
    if (event instanceof StockScrapped e) {
      return ofOrder("scrapped", e.order(), 0, e.rma());
    }
    return ofMovement(event);
  }

  private static StockChange ofMovement(StockEvent event) {
    if (event instanceof StockReceived e) {
      return moved("received", Map.of(e.location(), e.quantity().value()), e.reference());
    }
    if (event instanceof StockAdjusted e) {
      return moved("adjusted", Map.of(e.location(), e.delta()), e.reason() + ", " + e.reference());
    }
    if (event instanceof StockTransferred e) {
      int units = e.quantity().value();
      return moved("transferred", Map.of(e.from(), -units, e.to(), units), e.reference());
    }
    if (event instanceof StockWrittenOff e) {
      return moved(
          "written-off",
          Map.of(e.location(), -e.quantity().value()),
          e.reason() + ", " + e.reference());
    }
    if (event instanceof StockPolicySet e) {
      return moved("policy-set", Map.of(), "keeps back " + text(e.safetyStock()));
    }
    if (event instanceof StockLocationAdded e) {
      return moved("location-added", Map.of(), e.location() + ", " + e.kind());
    }
    if (event instanceof StockExpected e) {
      return moved("expected", Map.of(), e.quantity() + " of " + e.line());
    }
    if (event instanceof StockBackorderFilled e) {
      return ofOrder("backorder-filled", e.order(), 0, e.quantity() + " are here");
    }
    if (event instanceof StockCostSettled e) {
      return moved("cost-settled", Map.of(), "of " + e.quantity() + " that had left before");
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private static StockChange ofOrder(String kind, OrderId order, int reserved, String cause) {
    return new StockChange(kind, Map.of(), reserved, Optional.of(order), cause);
  }

  private static StockChange moved(String kind, Map<LocationId, Integer> onHand, String cause) {
    return new StockChange(kind, onHand, 0, Optional.empty(), cause);
  }

  private static String text(@Nullable Object given) {
    return given == null ? "" : given.toString();
  }
}
