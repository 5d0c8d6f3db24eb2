package kontor.order.wiring;

import java.time.Clock;
import java.time.Duration;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.promotion.PromotionUseEvent;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.kafka.StateView;
import kontor.order.customer.Customers;
import kontor.order.lifecycle.Orders;
import kontor.order.promotion.GuestCustomers;
import kontor.order.promotion.LimitedPromotions;
import kontor.order.promotion.Redeemers;
import kontor.order.promotion.UseHolds;
import kontor.order.promotion.UseReturns;
import kontor.platform.spring.Inboxes;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Promotions, and the uses of those that have a limit of them. */
@Configuration(proxyBeanMethods = false)
class PromotionConfiguration {

  /**
   * @param hold how long a use is kept for a checkout that has not come to an order; a checkout may
   *     take half of it
   */
  @ConfigurationProperties("kontor.promotion")
  record PromotionSettings(@DefaultValue("10m") Duration hold) {}

  @Bean(destroyMethod = "") // the inboxes close it
  StateView<PromotionEvent> promotions(Inboxes inboxes) {
    return inboxes.view(Topics.PROMOTIONS, PromotionEvent.class);
  }

  @Bean
  LimitedPromotions limitedPromotions(
      EventStore store, UseHolds holds, PromotionSettings settings, Clock clock) {
    return new LimitedPromotions(
        store.aggregates(LimitedPromotions.TYPE, EventCodec.of(PromotionUseEvent.class)),
        holds,
        settings.hold(),
        clock);
  }

  @Bean
  UseReturns useReturns(LimitedPromotions promotions, UseHolds holds, Orders orders, Clock clock) {
    return new UseReturns(promotions, holds, orders, clock);
  }

  @Bean
  Redeemers redeemers(Customers customers, GuestCustomers guests) {
    return new Redeemers(customers, guests);
  }
}
