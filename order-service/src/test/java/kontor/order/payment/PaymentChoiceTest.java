package kontor.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import org.junit.jupiter.api.Test;

/** Who may pay how. */
class PaymentChoiceTest {

  private static final PaymentProviders PROVIDERS =
      new PaymentProviders(
          List.of(
              new OnAccount(new NoReferences(), Money.of("500.00", "EUR")),
              new MarketplacePayment()));

  /** Keeps nothing: nobody pays here. */
  private static final class NoReferences implements PaymentReferences {
    @Override
    public void keep(String reference, OrderId order) {}

    @Override
    public Optional<OrderId> find(String reference) {
      return Optional.empty();
    }
  }

  @Test
  void onAccountIsForBusinessesUnlessTheShopOpensIt() {
    PaymentChoice usual = new PaymentChoice(PROVIDERS, false);
    assertThat(usual.refusal("account", true)).isEmpty();
    assertThat(usual.refusal("account", false)).contains("on account is for businesses only");
    assertThat(new PaymentChoice(PROVIDERS, true).refusal("account", false)).isEmpty();
  }

  @Test
  void aWayThatNobodyOffersAndTheMarketplacesOwnAreRefused() {
    PaymentChoice usual = new PaymentChoice(PROVIDERS, false);
    assertThat(usual.refusal("muscheln", true)).isPresent();
    assertThat(usual.refusal(MarketplacePayment.NAME, true)).isPresent();
  }
}
