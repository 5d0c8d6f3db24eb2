package kontor.local.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.audit.Finding;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.contracts.stock.CorrectionEvent.StockWrittenOff;
import kontor.contracts.stock.GoodsCost;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.SupplyEvent.StockCostSettled;
import org.jspecify.annotations.Nullable;

/**
 * Does the cost that came in with a SKU's goods equal what went out and what lies in its lots, and
 * do the lots make up what is on hand? SKUs of which no cost is known are passed over.
 */
final class CostAudit {

  private final Map<String, List<Object>> stock;
  private final Shelves shelves;

  /**
   * What the service shows of a SKU.
   *
   * @param onHand units per place
   * @param lots units in lots per place
   * @param cents what the lots cost
   */
  record Shown(Map<String, Integer> onHand, Map<String, Integer> lots, long cents) {}

  /** Asks the service for the lots of a SKU. */
  interface Shelves {
    Shown of(String sku);
  }

  CostAudit(Map<String, List<Object>> stock, Shelves shelves) {
    this.stock = stock;
    this.shelves = shelves;
  }

  List<Finding> findings() {
    List<String> lots = new ArrayList<>();
    List<String> costs = new ArrayList<>();
    Map<String, List<Object>> costed = new HashMap<>(stock);
    costed.values().removeIf(events -> events.stream().allMatch(event -> cents(event) == 0));
    costed.forEach(
        (sku, events) -> {
          Shown shown = shelves.of(sku);
          lots.addAll(wrongLots(sku, shown));
          long left = events.stream().mapToLong(CostAudit::cents).sum();
          if (left != shown.cents()) {
            costs.add(sku + ": movements leave " + left + " cents, its lots " + shown.cents());
          }
        });
    return List.of(
        new Finding(
            "the lots of each SKU and location make up what is on hand", costed.size(), lots),
        new Finding("cost in is cost out and what lies in the lots", costed.size(), costs));
  }

  /** A place below zero has no lots. */
  private static List<String> wrongLots(String sku, Shown shown) {
    Map<String, Integer> there = new HashMap<>(shown.onHand());
    there.replaceAll((place, units) -> Math.max(0, units));
    List<String> wrong = new ArrayList<>();
    there.forEach(
        (place, units) -> {
          int found = shown.lots().getOrDefault(place, 0);
          if (found != units) {
            wrong.add(sku + " at " + place + ": " + units + " on hand, " + found + " in lots");
          }
        });
    return wrong;
  }

  /** By how much an event changes what lies in the lots; a transfer does not. */
  private static long cents(Object event) {
    if (event instanceof StockReceived e) {
      return cents(e.cost());
    }
    if (event instanceof StockReturned e) {
      return cents(e.cost());
    }
    if (event instanceof StockPicked e) {
      return -cents(e.cost());
    }
    if (event instanceof StockWrittenOff e) {
      return -cents(e.cost());
    }
    if (event instanceof StockAdjusted e) {
      return e.delta() < 0 ? -cents(e.cost()) : cents(e.cost());
    }
    return event instanceof StockCostSettled e ? -cents(e.cost()) : 0;
  }

  private static long cents(@Nullable GoodsCost cost) {
    return cost == null ? 0 : cost.cents();
  }
}
