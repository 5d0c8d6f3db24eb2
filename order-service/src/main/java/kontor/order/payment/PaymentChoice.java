package kontor.order.payment;

import java.util.Optional;

/** Which ways of paying a shop's buyer may choose. */
public final class PaymentChoice {

  private final PaymentProviders providers;
  private final boolean accountForConsumers;

  /**
   * @param accountForConsumers whether consumers may pay on account as well as businesses
   */
  public PaymentChoice(PaymentProviders providers, boolean accountForConsumers) {
    this.providers = providers;
    this.accountForConsumers = accountForConsumers;
  }

  /** Why this buyer cannot pay in this way; empty when he can. */
  public Optional<String> refusal(String method, boolean business) {
    Optional<PaymentProvider> provider = providers.offering(method);
    if (provider.isEmpty() || method.equals(MarketplacePayment.NAME)) {
      return Optional.of("nobody takes payments by '" + method + "'");
    }
    return provider.get() instanceof OnAccount && !business && !accountForConsumers
        ? Optional.of("on account is for businesses only")
        : Optional.empty();
  }
}
