package kontor.inventory.purchasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.ExchangeRate;
import kontor.contracts.LocationId;
import kontor.contracts.Money;
import kontor.contracts.PurchaseOrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.SupplierId;
import kontor.contracts.UnitCost;
import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.contracts.purchasing.PurchaseOrderEvent.LandedCost;
import kontor.contracts.purchasing.PurchaseOrderEvent.LandedKind;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderDrafted;
import kontor.contracts.purchasing.PurchaseOrderEvent.ReceivedGoods;
import kontor.contracts.purchasing.PurchaseOrderEvent.Spread;
import kontor.inventory.purchasing.PurchaseCommand.Arrived;
import kontor.inventory.purchasing.PurchaseCommand.Rate;

/** One order of tea (10 for 1.00 USD each) and cups (4 for 2.50 USD each), and what befalls it. */
final class Buying {

  static final PurchaseOrderId ID = new PurchaseOrderId("PO-1");
  static final Instant NOW = Instant.parse("2026-03-29T01:00:00Z");
  static final LocalDate DAY = LocalDate.parse("2026-04-14");
  static final Rate RATE = new Rate(ExchangeRate.of("1.25"), LocalDate.parse("2026-03-27"));
  static final Sku TEA = new Sku("TEA");
  static final Sku CUP = new Sku("CUP");

  PurchaseOrder order = new PurchaseOrder.Absent(ID);

  static PurchaseOrderDrafted content(int percent, LandedCost... landed) {
    List<PurchaseLine> lines =
        List.of(
            new PurchaseLine(1, TEA, LocationId.MAIN, new Quantity(10), UnitCost.of("1.00"), 100),
            new PurchaseLine(2, CUP, LocationId.MAIN, new Quantity(4), UnitCost.of("2.50"), 250));
    return new PurchaseOrderDrafted(
        ID, new SupplierId("s"), "USD", lines, List.of(landed), DAY, percent);
  }

  static LandedCost freight(String euro, Spread spread) {
    return new LandedCost(LandedKind.FREIGHT, Money.of(euro, "EUR"), spread);
  }

  static ReceivedGoods goods(int line, int units, String euro) {
    Sku sku = line == 1 ? TEA : CUP;
    return new ReceivedGoods(
        line, sku, LocationId.MAIN, new Quantity(units), Money.of(euro, "EUR"));
  }

  static Arrived arrived(int line, int units) {
    return new Arrived(line, LocationId.MAIN, new Quantity(units));
  }

  static PurchaseCommand.Receive receive(String receipt, Arrived... goods) {
    return new PurchaseCommand.Receive(
        receipt, List.of(goods), Optional.empty(), List.of(), false, Set.of(), NOW);
  }

  static PurchaseCommand.Send send() {
    return new PurchaseCommand.Send(RATE, Optional.empty(), Optional.empty(), NOW);
  }

  Buying sent(int percent, LandedCost... landed) {
    when(new PurchaseCommand.Draft(content(percent, landed), Optional.empty()));
    when(send());
    return this;
  }

  List<PurchaseOrderEvent> when(PurchaseCommand command) {
    List<PurchaseOrderEvent> events = new ArrayList<>(PurchaseDecider.decide(command, order));
    events.forEach(event -> order = PurchaseOrder.evolve(order, event));
    return events;
  }
}
