package kontor.order.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import kontor.contracts.Money;
import kontor.order.lifecycle.DeadlineRules;
import kontor.order.lifecycle.Deadlines;
import kontor.order.lifecycle.ExchangePayment;
import kontor.order.lifecycle.OrderDeadlines;
import kontor.order.lifecycle.OrderProcess;
import kontor.order.lifecycle.Orders;
import kontor.order.lifecycle.ProviderMessages;
import kontor.order.lifecycle.ReceivedMoney;
import kontor.order.lifecycle.Withdrawal;
import kontor.order.payment.MarketplacePayment;
import kontor.order.payment.OnAccount;
import kontor.order.payment.PaymentChoice;
import kontor.order.payment.PaymentProvider;
import kontor.order.payment.PaymentProviders;
import kontor.order.payment.PaymentReferences;
import kontor.order.payment.Prepayment;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Money, and the time that an order's steps may take. */
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

  /**
   * @param prepaymentTime until a transfer must be there
   * @param accountLimit the largest order that goes out unpaid
   * @param accountForConsumers whether consumers may pay on account as well as businesses
   */
  @ConfigurationProperties("kontor.payment")
  record PaymentSettings(
      @DefaultValue("7d") Duration prepaymentTime,
      @DefaultValue("500.00") String accountLimit,
      @DefaultValue("false") boolean accountForConsumers) {}

  /**
   * @param stockTime until inventory must have answered
   * @param deliveryTime after which a parcel counts as delivered when the carrier says nothing
   * @param withdrawalDays after the day of delivery
   * @param returnTime after which an announced return is not expected any more
   */
  @ConfigurationProperties("kontor.order")
  record OrderSettings(
      @DefaultValue("30m") Duration stockTime,
      @DefaultValue("14d") Duration deliveryTime,
      @DefaultValue("14") int withdrawalDays,
      @DefaultValue("30d") Duration returnTime) {

    DeadlineRules rules(ShopSettings shop) {
      return new DeadlineRules(stockTime, deliveryTime, withdrawalDays, returnTime, shop.zone());
    }
  }

  @Bean
  MarketplacePayment marketplacePayment() {
    return new MarketplacePayment();
  }

  @Bean
  Prepayment prepayment(PaymentReferences references, PaymentSettings settings) {
    return new Prepayment(references, settings.prepaymentTime());
  }

  @Bean
  OnAccount onAccount(PaymentReferences references, PaymentSettings settings, ShopSettings shop) {
    Money limit = Money.of(settings.accountLimit(), shop.currency().getCurrencyCode());
    return new OnAccount(references, limit);
  }

  @Bean
  ExchangePayment exchangePayment(Orders orders, Clock clock) {
    return new ExchangePayment(orders, clock);
  }

  @Bean
  PaymentProviders paymentProviders(List<PaymentProvider> providers) {
    return new PaymentProviders(providers);
  }

  @Bean
  PaymentChoice paymentChoice(PaymentProviders providers, PaymentSettings settings) {
    return new PaymentChoice(providers, settings.accountForConsumers());
  }

  @Bean
  ReceivedMoney receivedMoney(Orders orders, PaymentReferences references, Clock clock) {
    return new ReceivedMoney(orders, references, clock);
  }

  @Bean
  ProviderMessages providerMessages(OrderProcess process, PaymentReferences references) {
    return process.messages(references);
  }

  @Bean
  Deadlines deadlines(OrderSettings settings, ShopSettings shop) {
    return new Deadlines(settings.rules(shop));
  }

  @Bean
  OrderDeadlines orderDeadlines(Orders orders, Deadlines deadlines, Clock clock) {
    return new OrderDeadlines(orders, deadlines, clock);
  }

  @Bean
  Withdrawal withdrawal(OrderSettings settings, ShopSettings shop) {
    return new Withdrawal(settings.rules(shop));
  }
}
