package kontor.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kontor.contracts.stock.GoodsCost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unit costs, exchange rates and what goods cost: nothing is lost in between. */
class CostValuesTest {

  @Test
  void aUnitCostHasFourDecimals() {
    assertThat(UnitCost.of("1.2").amount()).isEqualTo("1.2000");
    assertThat(UnitCost.of("0.0150").value()).isEqualTo(150);
    assertThat(new UnitCost(12_345)).hasToString("1.2345");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1,5", "-1", "1.23456", "1e3", "100000001", "."})
  void whatIsNoUnitCostIsRefused(String amount) {
    assertThatThrownBy(() -> UnitCost.of(amount))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a unit cost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0000001", "-1", "x", "12345678"})
  void whatIsNoExchangeRateIsRefused(String rate) {
    assertThatThrownBy(() -> ExchangeRate.of(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not an exchange rate");
  }

  @Test
  void theCostOfUnitsIsRoundedOnceAndHalfACentUp() {
    assertThat(UnitCost.of("0.0150").cents(1_000, ExchangeRate.EURO)).isEqualTo(1_500);
    assertThat(UnitCost.of("0.005").cents(1, ExchangeRate.EURO)).isEqualTo(1);
    assertThat(UnitCost.of("0.0049").cents(1, ExchangeRate.EURO)).isZero();
    assertThat(UnitCost.of("1.2345").cents(480, ExchangeRate.of("1.0843"))).isEqualTo(54_649);
  }

  @Test
  void sharesThatFollowEachOtherAddUpToTheWhole() {
    GoodsCost whole = GoodsCost.ofCents(100, 2);
    GoodsCost parts = whole.share(0, 1, 3).plus(whole.share(1, 2, 3)).plus(whole.share(2, 3, 3));
    assertThat(whole.share(0, 1, 3)).isEqualTo(GoodsCost.ofCents(33, 0));
    assertThat(parts).isEqualTo(whole);
  }

  @Test
  void theBooksAreKeptInEuro() {
    assertThatThrownBy(() -> new GoodsCost(Money.of("1.00", "USD"), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("USD");
  }
}
