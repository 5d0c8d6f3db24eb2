package kontor.order.wiring;

import java.time.Clock;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.order.customer.SignInAttempts;
import kontor.order.giftcard.CardDirectory;
import kontor.order.giftcard.CodeLookup;
import kontor.order.giftcard.GiftCardChoice;
import kontor.order.giftcard.GiftCardPayment;
import kontor.order.giftcard.GiftCards;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gift cards, and paying with them. */
@Configuration(proxyBeanMethods = false)
class GiftCardConfiguration {

  @Bean
  GiftCards giftCards(EventStore store, CardDirectory directory, ShopSettings shop, Clock clock) {
    return new GiftCards(
        store.aggregates(GiftCards.TYPE, EventCodec.of(GiftCardEvent.class)),
        directory,
        shop.zone(),
        clock);
  }

  @Bean
  GiftCardPayment giftCardPayment(GiftCards cards, CardDirectory directory) {
    return new GiftCardPayment(cards, directory);
  }

  @Bean
  CodeLookup codeLookup(
      GiftCards cards, CardDirectory directory, SignInAttempts attempts, Clock clock) {
    return new CodeLookup(cards, directory, attempts, clock);
  }

  @Bean
  GiftCardChoice giftCardChoice(GiftCards cards, CodeLookup codes, CardDirectory directory) {
    return new GiftCardChoice(cards, codes, directory);
  }
}
