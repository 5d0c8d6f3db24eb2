package kontor.analytics.live;

import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.settlement.SettlementEvent;
import kontor.contracts.settlement.SettlementEvent.AccountCharged;
import kontor.contracts.settlement.SettlementEvent.Movement;
import kontor.contracts.settlement.SettlementEvent.OrderSettled;
import kontor.contracts.settlement.SettlementEvent.PayoutReported;

/** What marketplaces pay out. */
final class SettlementSentences {

  private final Words words;

  SettlementSentences(Words words) {
    this.words = words;
  }

  Sentence tell(SettlementEvent event) {
    Sentence channel = words.channel(event.channel());
    if (event instanceof OrderSettled e) {
      Sentence left = sum(e.movements());
      String order = words.order(e.order());
      return new Sentence(
          channel.english() + " has settled order " + order + ": " + left.english(),
          channel.german() + " hat Bestellung " + order + " abgerechnet: " + left.german());
    }
    if (event instanceof AccountCharged e) {
      Sentence sum = sum(e.movements());
      return new Sentence(
          channel.english() + " settles for the account itself: " + sum.english(),
          channel.german() + " rechnet für das Konto selbst ab: " + sum.german());
    }
    if (event instanceof PayoutReported e) {
      Sentence total = Words.money(e.total());
      return new Sentence(
          channel.english() + " pays out " + total.english() + ", settlement " + e.settlement(),
          channel.german() + " zahlt " + total.german() + " aus, Abrechnung " + e.settlement());
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }

  private static Sentence sum(List<Movement> movements) {
    return movements.stream()
        .map(Movement::amount)
        .reduce(Money::plus)
        .map(Words::money)
        .orElse(new Sentence("0", "0"));
  }
}
