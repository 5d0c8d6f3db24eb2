package kontor.order.contact;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.contracts.CountryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms and check digits of VAT ids; the samples are published ones. */
class VatIdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE136695976", "ATU13585627", "BE0428759497", "NL004495445B01", "FR40303265045",
        "IT00743110157", "LU15027442", "DK13585628", "FI20774740", "PL8567346215",
        "SE123456789701", "PT501964843", "ESB58378431", "CZ25123891", "EL094259216",
        "IE6433435F", "HU12892312", "RO18547290"
      })
  void aGoodOneIsTaken(String id) {
    assertThat(VatIds.problem(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE136695978", "ATU13585626", "BE0428759498", "NL004495455B01", "FR41303265045",
        "IT00743110158", "LU15027443", "DK13585627", "FI20774741", "PL8567346216",
        "SE123456789801", "PT501964842"
      })
  void oneWithAWrongDigitIsTold(String id) {
    assertThat(VatIds.problem(id)).hasValueSatisfying(why -> assertThat(why).contains("digit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "DE", "DE12345678", "ATX13585627", "GB999999973", "CHE123456788", "😀😀"})
  void whatIsNoneIsTold(String id) {
    assertThat(VatIds.problem(id)).isPresent();
  }

  /** Of a good id, no other last digit is good: the check digit decides. */
  @ParameterizedTest
  @ValueSource(strings = {"DE136695976", "ATU13585627", "IT00743110157", "PT501964843"})
  void oneLastDigitIsRight(String id) {
    String stem = id.substring(0, id.length() - 1);
    for (int digit = 0; digit < 10; digit++) {
      assertThat(VatIds.problem(stem + digit).isEmpty()).isEqualTo(id.equals(stem + digit));
    }
  }

  @Test
  void peopleWriteBlanksAndGreeceItsOwnLetters() {
    assertThat(VatIds.plain(" atu 135-856.27")).isEqualTo("ATU13585627");
    assertThat(VatIds.country("EL094259216")).isEqualTo(new CountryCode("GR"));
    assertThat(VatIds.country("DE136695976")).isEqualTo(CountryCode.GERMANY);
  }
}
