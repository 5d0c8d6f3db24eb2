package kontor.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that cannot be wrong, and how they look in JSON. */
class ValuesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"A", "tee grün/1%", "0123456789012345678901234567890123456789"})
  void aSkuIsOneToFortyCharactersOfAnyKind(String value) {
    assertThat(new Sku(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " A", "A ", "A\nB", "01234567890123456789012345678901234567890"})
  void noSkuIsEmptyPaddedOrTooLong(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Sku(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4006381333931", "96385074", "012345678905", "00012345678905"})
  void aGtinHasARightCheckDigit(String value) {
    assertThat(new Gtin(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4006381333932", "123", "400638133393x", ""})
  void whatLooksLikeAGtinAndIsNoneIsRefused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Gtin(value));
  }

  @ParameterizedTest
  @CsvSource({"12.34,EUR,1234", "5980,JPY,5980", "1.234,KWD,1234", "-0.01,EUR,-1", "7,EUR,700"})
  void moneyIsWholeMinorUnitsOfItsCurrency(String amount, String currency, long minor) {
    assertThat(Money.of(amount, currency).minor()).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource({"12.345,EUR", "1.5,JPY", "1e3,EUR", "NaN,EUR", "12,XX", "9999999999999999,EUR"})
  void whatIsNoAmountIsRefused(String amount, String currency) {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, currency));
  }

  @Test
  void twoCurrenciesAreNeverAddedAndNoSumOverflows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")));
    assertThatThrownBy(() -> Money.ofMinor(Long.MAX_VALUE, "EUR").plus(Money.ofMinor(1, "EUR")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void valuesAreWrittenPlainAndReadBack() throws JsonProcessingException {
    List<Object> values =
        List.of(new Sku("A/1"), new Quantity(3), Money.of("-1.20", "EUR"), CountryCode.GERMANY);
    String json = JSON.writeValueAsString(values);

    assertThat(json).isEqualTo("[\"A/1\",3,{\"amount\":\"-1.20\",\"currency\":\"EUR\"},\"DE\"]");
    assertThat(JSON.readValue("{\"amount\":\"-1.20\",\"currency\":\"EUR\"}", Money.class))
        .isEqualTo(Money.of("-1.20", "EUR"));
  }

  @Test
  void aQuantityIsNeverNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Quantity(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quantity(1).minus(new Quantity(2)));
  }

  @Test
  void theSameSaleIsTheSameOrder() {
    ChannelId ebay = new ChannelId("ebay-de");

    assertThat(OrderId.ofSale(ebay, "main", "1")).isEqualTo(OrderId.ofSale(ebay, "main", "1"));
    assertThat(OrderId.ofSale(ebay, "main", "1")).isNotEqualTo(OrderId.ofSale(ebay, "b", "1"));
  }
}
