package kontor.order.checkout.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxTreatment;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.order.assortment.Assortment;
import kontor.order.assortment.Availability;
import kontor.order.cart.CartCheck;
import kontor.order.cart.CartChoices;
import kontor.order.cart.CartEvent.LineSet;
import kontor.order.cart.CartLines;
import kontor.order.cart.CartPrices.Priced;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.platform.spring.BadRequestException;
import org.junit.jupiter.api.Test;

/** What a checkout is refused for, and that it is counted. */
class LineRefusalsTest {

  private static final Sku TEA = new Sku("TEE");
  private static final Sku CUP = new Sku("TASSE");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final LineRefusals refusals = new LineRefusals(registry);

  @Test
  void eachLineThatCannotBeHadIsCountedByItsProblem() {
    Map<Sku, Integer> left = Map.of(TEA, 0, CUP, 1);

    assertThatThrownBy(() -> check(left)).isInstanceOf(BadRequestException.class);
    assertThat(count("OUT_OF_STOCK")).isEqualTo(1);
    assertThat(count("FEWER_AVAILABLE")).isEqualTo(1);
  }

  @Test
  void whatNothingWasHeardOfIsLeftToTheReservation() {
    assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
    assertThat(registry.getMeters()).isEmpty();
  }

  private void check(Map<Sku, Integer> left) {
    Availability availability =
        new Availability(
            new Assortment(),
            sku ->
                Optional.ofNullable(left.get(sku))
                    .map(units -> new StockLevelChanged(sku, units, 0, units)));
    Money seen = Money.of("10.70", "EUR");
    CartLines lines =
        CartLines.NONE
            .set(new LineSet(TEA, new Quantity(2), seen, null))
            .set(new LineSet(CUP, new Quantity(2), seen, null));
    OpenCart cart = new OpenCart("guest:a", CountryCode.GERMANY, lines, CartChoices.NONE, null);
    Priced priced = Priced.unpriced(List.of(), TaxTreatment.STANDARD);
    refusals.check(new CartCheck(availability).of(cart, priced), null, priced);
  }

  private double count(String problem) {
    return registry.get("kontor.checkout.refused").tag("problem", problem).counter().count();
  }
}
