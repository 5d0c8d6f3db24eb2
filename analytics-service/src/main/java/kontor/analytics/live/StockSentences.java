package kontor.analytics.live;

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
import kontor.contracts.stock.StockLevelEvent;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.contracts.stock.SupplyEvent.StockBackorderFilled;
import kontor.contracts.stock.SupplyEvent.StockCostSettled;
import kontor.contracts.stock.SupplyEvent.StockExpected;

/** What there is, and how it moves. */
final class StockSentences {

  private final Words words;

  StockSentences(Words words) {
    this.words = words;
  }

  Sentence tell(StockLevelEvent event) {
    if (event instanceof StockLevelChanged e) {
      return new Sentence(
          "Stock of " + e.sku() + ": " + e.available() + " available",
          "Bestand von " + e.sku() + ": " + e.available() + " verfügbar");
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }

  Sentence tell(StockEvent event) {
    String sku = event.sku().value();
    if (event instanceof StockReceived e) {
      return new Sentence(
          "Goods in: " + e.quantity() + " × " + sku + " (" + e.reference() + ")",
          "Wareneingang: " + e.quantity() + " × " + sku + " (" + e.reference() + ")");
    }
    if (event instanceof StockAdjusted e) {
      String change = Words.signed(e.delta()) + " (" + e.reason() + ")";
      return new Sentence(
          "Stock of " + sku + " corrected by " + change,
          "Bestand von " + sku + " berichtigt um " + change);
    }
    if (event instanceof StockTransferred e) {
      String what = e.quantity() + " × " + sku;
      return new Sentence(
          what + " moved from " + e.from() + " to " + e.to(),
          what + " umgelagert von " + e.from() + " nach " + e.to());
    }
    if (event instanceof StockWrittenOff e) {
      String what = e.quantity() + " × " + sku;
      return new Sentence(
          what + " written off (" + e.reason() + ")", what + " abgeschrieben (" + e.reason() + ")");
    }
    if (event instanceof StockPolicySet) {
      return new Sentence(
          "New rule of what is kept back of " + sku,
          "Neue Regel, was von " + sku + " zurückbleibt");
    }
    if (event instanceof StockLocationAdded e) {
      return new Sentence(
          sku + " is kept at " + e.location() + " as well",
          sku + " liegt nun auch in " + e.location());
    }
    if (event instanceof StockExpected e) {
      String what = e.quantity() + " × " + sku + " (" + e.line() + ")";
      return new Sentence("On order: " + what, "Bestellt beim Lieferanten: " + what);
    }
    if (event instanceof StockCostSettled e) {
      String what = e.quantity() + " × " + sku;
      return new Sentence(
          "Cost of " + what + " sold before they came: " + e.cost().known(),
          "Einstand von " + what + ", vor dem Eintreffen verkauft: " + e.cost().known());
    }
    return ofOrder(sku, event);
  }

  private Sentence ofOrder(String sku, StockEvent event) {
    if (event instanceof StockReserved e) {
      String what = e.quantity() + " × " + sku;
      String order = words.order(e.order());
      return new Sentence(
          what + " held for order " + order, what + " für Bestellung " + order + " gehalten");
    }
    if (event instanceof StockRejected e) {
      String found = e.available() + "/" + e.wanted() + " × " + sku;
      String order = words.order(e.order());
      return new Sentence(
          "Too few for order " + order + ": " + found,
          "Zu wenig für Bestellung " + order + ": " + found);
    }
    if (event instanceof StockAllocated e) {
      String places =
          Words.joined(e.places().stream().map(p -> p.quantity() + " × " + p.location()).toList());
      String order = words.order(e.order());
      return new Sentence(
          sku + " for order " + order + " will be picked: " + places,
          sku + " für Bestellung " + order + " wird entnommen: " + places);
    }
    if (event instanceof StockReleased e) {
      String what = e.quantity() + " × " + sku;
      String order = words.order(e.order());
      return new Sentence(
          what + " given back by order " + order, what + " von Bestellung " + order + " frei");
    }
    if (event instanceof StockPicked e) {
      String what = e.quantity() + " × " + sku;
      String order = words.order(e.order());
      return new Sentence(
          what + " picked for order " + order, what + " für Bestellung " + order + " entnommen");
    }
    if (event instanceof StockReturned e) {
      String what = e.quantity() + " × " + sku;
      return new Sentence(
          what + " back on the shelf (" + e.rma() + ")",
          what + " wieder im Regal (" + e.rma() + ")");
    }
    if (event instanceof StockBackorderFilled e) {
      String what = e.quantity() + " × " + sku;
      String order = words.order(e.order());
      return new Sentence(
          what + " arrived for order " + order,
          what + " für Bestellung " + order + " eingetroffen");
    }
    if (event instanceof StockScrapped e) {
      String what = e.quantity() + " × " + sku;
      return new Sentence(
          what + " came back unfit to be sold (" + e.rma() + ")",
          what + " zurück, nicht mehr verkäuflich (" + e.rma() + ")");
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }
}
