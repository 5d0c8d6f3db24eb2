package kontor.order.wiring;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import kontor.contracts.stock.StockLevelEvent;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.kafka.StateView;
import kontor.order.assortment.Assortment;
import kontor.order.assortment.Availability;
import kontor.order.cart.CartCheck;
import kontor.order.cart.CartEvent;
import kontor.order.cart.CartMerge;
import kontor.order.cart.Carts;
import kontor.order.cart.CurrentCarts;
import kontor.order.cart.OwnCarts;
import kontor.order.customer.SignInListener;
import kontor.platform.spring.Inboxes;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Carts, and what their lines are held against. */
@Configuration(proxyBeanMethods = false)
class CartConfiguration {

  /**
   * @param keptFor after which an open cart that nobody changed counts as gone
   */
  @ConfigurationProperties("kontor.cart")
  record CartSettings(@DefaultValue("30d") Duration keptFor) {}

  @Bean
  Carts carts(EventStore store, CartSettings settings, Clock clock) {
    return new Carts(
        store.aggregates(Carts.TYPE, EventCodec.of(CartEvent.class)), settings.keptFor(), clock);
  }

  @Bean
  Supplier<String> cartIds() {
    NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator(new SecureRandom());
    return () -> ids.generate().toString();
  }

  @Bean
  OwnCarts ownCarts(Carts carts, CurrentCarts current, Supplier<String> cartIds) {
    return new OwnCarts(carts, current, cartIds);
  }

  @Bean
  Availability availability(Inboxes inboxes, Assortment assortment) {
    StateView<StockLevelEvent> stock = inboxes.view(Topics.STOCK, StockLevelEvent.class);
    return new Availability(
        assortment, sku -> stock.find(sku.value()).map(StockLevelChanged.class::cast));
  }

  @Bean
  CartCheck cartCheck(Availability availability) {
    return new CartCheck(availability);
  }

  @Bean
  CartMerge cartMerge(Carts carts, OwnCarts owned, CurrentCarts current, CartCheck check) {
    return new CartMerge(carts, owned, current, check);
  }

  /** What a guest has put into his cart comes along when he signs in. */
  @Bean
  SignInListener cartFollows(CartMerge merge) {
    return merge::merge;
  }
}
