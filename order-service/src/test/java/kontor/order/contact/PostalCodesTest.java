package kontor.order.contact;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.contracts.CountryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code is held against the form of its own country. */
class PostalCodesTest {

  @ParameterizedTest
  @CsvSource({
    "DE,01067", "AT,1010", "CH,8001", "NL,1012 AB", "NL,1012AB", "PL,00-950", "PT,1000-001",
    "SE,111 22", "SE,11122", "CZ,110 00", "IE,D02 AF30", "GB,SW1A 1AA", "GB,M1 1AE", "LT,01100",
    "LT,LT-01100", "LV,LV-1010", "MT,VLT 1117", "RO,010011", "FR,75008", "LU,1115", "GR,104 31"
  })
  void codesOfTheirCountryAreTaken(String country, String code) {
    assertThat(PostalCodes.expected(new CountryCode(country), code)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DE,1010,10115",
    "AT,10115,1010",
    "NL,1012,1012 AB",
    "PL,00950,00-950",
    "PT,1000,1000-001",
    "IE,12345,D02 AF30",
    "FR,7508,10115",
    "RO,12345,010011",
    "DE,O1067,10115"
  })
  void othersAreRefusedWithAnExample(String country, String code, String example) {
    assertThat(PostalCodes.expected(new CountryCode(country), code)).contains(example);
  }

  @Test
  void codesOfOtherCountriesAreTakenAsTheyCome() {
    assertThat(PostalCodes.expected(new CountryCode("JP"), "100-0001")).isEmpty();
  }
}
