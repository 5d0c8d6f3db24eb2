package kontor.analytics.live;

import kontor.contracts.marketplace.AfterSaleEvent;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationConfirmed;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationRequestClosed;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationRequested;
import kontor.contracts.marketplace.AfterSaleEvent.RefundConfirmed;
import kontor.contracts.marketplace.AfterSaleEvent.ReturnReported;
import kontor.contracts.marketplace.AfterSaleEvent.SaleRefunded;
import kontor.contracts.marketplace.AfterSaleEvent.UnitsCancelled;

/** What becomes of a marketplace's sale after it was paid. */
final class AfterSaleSentences {

  private final Words words;

  AfterSaleSentences(Words words) {
    this.words = words;
  }

  Sentence tell(AfterSaleEvent event) {
    Sentence channel = words.channel(event.channel());
    String id = event.externalId();
    if (event instanceof UnitsCancelled e) {
      int units = e.lines().stream().mapToInt(line -> line.quantity().value()).sum();
      return new Sentence(
          "Of the sale " + id + " on " + channel.english() + ", " + units + " units are cancelled",
          "Vom Verkauf " + id + " bei " + channel.german() + " sind " + units + " Stück storniert");
    }
    if (event instanceof CancellationRequested e) {
      return new Sentence(
          "The buyer of " + id + " on " + channel.english() + " wants to cancel: " + e.reason(),
          "Der Käufer von "
              + id
              + " bei "
              + channel.german()
              + " möchte stornieren: "
              + e.reason());
    }
    if (event instanceof CancellationRequestClosed) {
      return new Sentence(
          "The buyer of " + id + " on " + channel.english() + " no longer asks to cancel",
          "Der Stornowunsch zu " + id + " bei " + channel.german() + " ist erledigt");
    }
    if (event instanceof SaleRefunded e) {
      Sentence sum = Words.money(e.total());
      return new Sentence(
          channel.english() + " has paid back " + sum.english() + " of the sale " + id + " so far",
          channel.german() + " hat vom Verkauf " + id + " bisher " + sum.german() + " erstattet");
    }
    return answered(event, channel, id);
  }

  private Sentence answered(AfterSaleEvent event, Sentence channel, String id) {
    if (event instanceof ReturnReported e) {
      return new Sentence(
          channel.english() + " reports return " + e.returnId() + " of the sale " + id,
          channel.german() + " meldet Retoure " + e.returnId() + " zum Verkauf " + id);
    }
    if (event instanceof CancellationConfirmed e) {
      String order = words.order(e.order());
      return new Sentence(
          channel.english() + " knows what is cancelled of order " + order,
          channel.german() + " weiß vom Storno der Bestellung " + order);
    }
    if (event instanceof RefundConfirmed e) {
      String order = words.order(e.order());
      return new Sentence(
          channel.english() + " has paid back what was due for order " + order,
          channel.german() + " hat die Erstattung zu Bestellung " + order + " ausgeführt");
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }
}
