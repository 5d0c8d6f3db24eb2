package kontor.order.payment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All providers there are. */
public final class PaymentProviders {

  private final List<PaymentProvider> providers;

  public PaymentProviders(Collection<PaymentProvider> providers) {
    this.providers = List.copyOf(providers);
  }

  /** Who moves the money of a buyer who chose this word. */
  public Optional<PaymentProvider> offering(String method) {
    return providers.stream().filter(provider -> provider.offers(method)).findFirst();
  }

  public PaymentProvider named(String name) {
    return providers.stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no payment provider is called " + name));
  }
}
