package kontor.analytics.live;

import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLineShortClosed;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderCancelled;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderClosed;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderDrafted;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderRescheduled;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderSent;
import kontor.contracts.purchasing.SupplierEvent;
import kontor.contracts.purchasing.SupplierEvent.SupplierDescribed;

/** What we buy, and from whom. */
final class PurchasingSentences {

  private PurchasingSentences() {}

  static Sentence tell(SupplierEvent event) {
    if (event instanceof SupplierDescribed e) {
      return new Sentence("Supplier: " + e.name(), "Lieferant: " + e.name());
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }

  static Sentence tell(PurchaseOrderEvent event) {
    Sentence what = what(event);
    return new Sentence(
        "Purchase order " + event.order() + ": " + what.english(),
        "Bestellung beim Lieferanten " + event.order() + ": " + what.german());
  }

  private static Sentence what(PurchaseOrderEvent event) {
    if (event instanceof PurchaseOrderDrafted e) {
      int lines = e.lines().size();
      return new Sentence("drafted, lines: " + lines, "entworfen, Positionen: " + lines);
    }
    if (event instanceof PurchaseOrderSent) {
      return new Sentence("sent", "abgeschickt");
    }
    if (event instanceof PurchaseOrderRescheduled e) {
      return new Sentence("expected on " + e.expectedOn(), "erwartet am " + e.expectedOn());
    }
    if (event instanceof GoodsReceived e) {
      Sentence units =
          Words.units(e.goods().stream().mapToLong(goods -> goods.quantity().value()).sum());
      return new Sentence(
          units.english() + " arrived (" + e.receipt() + ")",
          units.german() + " eingetroffen (" + e.receipt() + ")");
    }
    if (event instanceof PurchaseLineShortClosed e) {
      String missing = e.missing() + " × " + e.sku();
      return new Sentence(missing + " will not come", missing + " kommen nicht mehr");
    }
    if (event instanceof PurchaseOrderClosed) {
      return new Sentence("closed", "abgeschlossen");
    }
    if (event instanceof PurchaseOrderCancelled e) {
      return new Sentence("cancelled (" + e.reason() + ")", "storniert (" + e.reason() + ")");
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }
}
