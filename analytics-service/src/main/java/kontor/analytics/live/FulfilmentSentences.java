package kontor.analytics.live;

import java.util.List;
import kontor.contracts.order.ChangeEvent.HoldLifted;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.ChangeEvent.OrderPutOnHold;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.ParcelEvent.OrderCompleted;
import kontor.contracts.order.ParcelEvent.OrderDelivered;
import kontor.contracts.order.ParcelEvent.ParcelDelivered;
import kontor.contracts.order.ParcelEvent.ParcelPacked;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.order.ReturnEvent.ReturnAnnounced;
import kontor.contracts.order.ReturnEvent.ReturnExchanged;
import kontor.contracts.order.ReturnEvent.ReturnReceived;
import kontor.contracts.order.ReturnEvent.ReturnWithdrawn;

/** What happened to an order on its way to the buyer, and back. */
final class FulfilmentSentences {

  private FulfilmentSentences() {}

  static Sentence tell(String order, OrderEvent event) {
    if (event instanceof LinesCancelled e) {
      Sentence units = units(e.lines());
      return OrderSentences.about(
          order,
          new Sentence(
              units.english() + " cancelled: " + e.reason(),
              units.german() + " storniert: " + e.reason()));
    }
    if (event instanceof OrderPutOnHold e) {
      return OrderSentences.of(
          order, new Sentence("put on hold: " + e.reason(), "angehalten: " + e.reason()));
    }
    if (event instanceof HoldLifted) {
      return OrderSentences.of(order, new Sentence("goes on", "läuft weiter"));
    }
    if (event instanceof OrderDelivered) {
      return OrderSentences.of(order, new Sentence("delivered", "zugestellt"));
    }
    if (event instanceof OrderCompleted) {
      return OrderSentences.of(order, new Sentence("completed", "abgeschlossen"));
    }
    return parcel(order, event);
  }

  private static Sentence parcel(String order, OrderEvent event) {
    if (event instanceof ParcelPacked e) {
      return parcel(order, e.parcel(), new Sentence("packed", "gepackt"), units(e.lines()));
    }
    if (event instanceof ParcelShipped e) {
      String with = e.carrier() + (e.trackingNumber() == null ? "" : ", " + e.trackingNumber());
      return parcel(
          order, e.parcel(), new Sentence("handed over", "übergeben"), new Sentence(with, with));
    }
    if (event instanceof ParcelDelivered e) {
      return OrderSentences.about(
          order,
          new Sentence(
              "parcel " + e.parcel() + " delivered", "Paket " + e.parcel() + " zugestellt"));
    }
    return goodsBack(order, event);
  }

  private static Sentence goodsBack(String order, OrderEvent event) {
    if (event instanceof ReturnAnnounced e) {
      Sentence units = units(e.lines());
      return OrderSentences.about(
          order,
          new Sentence(
              "return " + e.rma() + " of " + units.english() + " announced",
              "Retoure " + e.rma() + " über " + units.german() + " angekündigt"));
    }
    if (event instanceof ReturnReceived e) {
      return OrderSentences.about(
          order,
          new Sentence("return " + e.rma() + " arrived", "Retoure " + e.rma() + " eingetroffen"));
    }
    if (event instanceof ReturnWithdrawn e) {
      return OrderSentences.about(
          order,
          new Sentence(
              "return " + e.rma() + " called off: " + e.reason(),
              "Retoure " + e.rma() + " abgesagt: " + e.reason()));
    }
    if (event instanceof ReturnExchanged e) {
      Sentence units =
          Words.units(e.lines().stream().mapToLong(line -> line.quantity().value()).sum());
      return OrderSentences.about(
          order,
          new Sentence(
              "return " + e.rma() + " exchanged for " + units.english(),
              "Retoure " + e.rma() + " gegen " + units.german() + " umgetauscht"));
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }

  private static Sentence parcel(String order, String parcel, Sentence what, Sentence detail) {
    return OrderSentences.about(
        order,
        new Sentence(
            "parcel %s %s (%s)".formatted(parcel, what.english(), detail.english()),
            "Paket %s %s (%s)".formatted(parcel, what.german(), detail.german())));
  }

  private static Sentence units(List<LineUnits> lines) {
    return Words.units(lines.stream().mapToLong(line -> line.quantity().value()).sum());
  }
}
