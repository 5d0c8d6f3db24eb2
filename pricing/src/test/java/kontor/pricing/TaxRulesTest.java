package kontor.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import kontor.contracts.CountryCode;
import kontor.contracts.TaxClass;
import kontor.pricing.tax.TaxRate;
import kontor.pricing.tax.TaxRules;
import kontor.pricing.tax.UnknownTaxRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VAT rates by country, class and day. */
class TaxRulesTest {

  private static final TaxRules RULES = TaxRules.ofEuropeanUnion();

  @ParameterizedTest
  @CsvSource({
    "DE, STANDARD, 2020-06-30, 1900",
    "DE, STANDARD, 2020-07-01, 1600",
    "DE, STANDARD, 2020-12-31, 1600",
    "DE, STANDARD, 2021-01-01, 1900",
    "DE, REDUCED, 2020-07-01, 500",
    "DE, REDUCED, 2021-01-01, 700",
    "DE, ZERO, 2026-01-01, 0",
    "AT, STANDARD, 2026-01-01, 2000",
    "AT, REDUCED, 2026-01-01, 1000",
    "FR, REDUCED, 2026-01-01, 550",
    "NL, REDUCED, 2018-12-31, 600",
    "NL, REDUCED, 2019-01-01, 900",
    "EE, STANDARD, 2025-06-30, 2200",
    "EE, STANDARD, 2025-07-01, 2400",
    "FI, STANDARD, 2024-09-01, 2550",
    "FI, REDUCED, 2026-01-01, 1350",
    "RO, STANDARD, 2025-08-01, 2100",
    "SI, REDUCED, 2026-01-01, 950",
  })
  void theTableKnowsTheRateOfADay(String country, TaxClass taxClass, LocalDate day, int rate) {
    assertThat(RULES.rate(new CountryCode(country), taxClass, day)).isEqualTo(rate);
  }

  @Test
  void everyMemberStateIsInTheTableWithItsStandardRate() {
    assertThat(RULES.countries()).hasSize(27);
    LocalDate day = LocalDate.of(2026, 6, 1);
    for (CountryCode country : RULES.countries()) {
      assertThat(RULES.rate(country, TaxClass.STANDARD, day)).isBetween(1700, 2700);
      assertThat(RULES.rate(country, TaxClass.ZERO, day)).isZero();
    }
  }

  @Test
  void aRateIsNotGuessed() {
    LocalDate day = LocalDate.of(2026, 1, 1);
    CountryCode ireland = new CountryCode("IE");
    assertThatThrownBy(() -> RULES.rate(ireland, TaxClass.REDUCED, day))
        .isInstanceOf(UnknownTaxRate.class)
        .hasMessage("no VAT rate known for REDUCED in IE on 2026-01-01");
    CountryCode nowhere = new CountryCode("XX");
    assertThatThrownBy(() -> RULES.rate(nowhere, TaxClass.ZERO, day))
        .isInstanceOf(UnknownTaxRate.class);
    LocalDate early = LocalDate.of(1950, 1, 1);
    assertThatThrownBy(() -> RULES.rate(CountryCode.GERMANY, TaxClass.STANDARD, early))
        .isInstanceOf(UnknownTaxRate.class);
  }

  @Test
  void aSellersOwnTableIsRead() {
    List<TaxRate> rows =
        TaxRules.parse("# remark\n\nIE;REDUCED;13.5;2025-01-01;2026-01-01;advice\n");
    LocalDate from = LocalDate.of(2025, 1, 1);
    LocalDate until = LocalDate.of(2026, 1, 1);
    assertThat(rows)
        .containsExactly(
            new TaxRate(new CountryCode("IE"), TaxClass.REDUCED, 1350, from, until, "advice"));
    assertThat(TaxRules.parse("IE;REDUCED;9;2025-01-01;;x").get(0).until())
        .isEqualTo(LocalDate.MAX);
  }

  @Test
  void aWrongTableIsRefused() {
    assertThatThrownBy(() -> TaxRules.parse("DE;STANDARD;19")).hasMessageContaining("six columns");
    assertThatThrownBy(() -> TaxRules.parse("DE;STANDARD;101;2025-01-01;;x"))
        .hasMessageContaining("10100");
    assertThatThrownBy(() -> TaxRules.parse("DE;STANDARD;-1;2025-01-01;;x"))
        .hasMessageContaining("-100");
    assertThat(TaxRules.parse("DE;STANDARD;100;2025-01-01;;x")).hasSize(1);
    assertThat(TaxRules.parse("DE;STANDARD;0;2025-01-01;;x")).hasSize(1);
    assertThatThrownBy(() -> TaxRules.parse("DE;STANDARD;19;2025-01-01;2025-01-01;x"))
        .hasMessageContaining("holds on no day");
  }

  @Test
  void twoRatesForOneDayAreRefused() {
    List<TaxRate> touching =
        TaxRules.parse("DE;ZERO;0;2025-01-01;2026-01-01;x\nDE;ZERO;0;2026-01-01;;x");
    assertThat(new TaxRules(touching).countries()).hasSize(1);
    assertThat(new TaxRules(List.of(touching.get(1), touching.get(0))).countries()).hasSize(1);
    List<TaxRate> twice =
        TaxRules.parse("DE;STANDARD;19;2025-01-01;2026-01-02;x\nDE;STANDARD;20;2026-01-01;;x");
    assertThatThrownBy(() -> new TaxRules(twice)).hasMessageContaining("two VAT rates at once");
  }
}
