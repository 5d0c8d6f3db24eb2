package kontor.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import kontor.catalog.imports.cell.DecimalMark;
import kontor.catalog.imports.cell.Moments;
import kontor.catalog.imports.cell.PlainText;
import kontor.catalog.imports.cell.Slug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single cells mean. */
class CellTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "12,50; 12.50",
        "12.5; 12.5",
        "1.234,56; 1234.56",
        "1,234.56; 1234.56",
        "1.234.567; 1234567",
        "590; 590",
        ".5; 0.5",
        "0.125; 0.125",
        "495.79831932773; 495.79831932773",
        "-10; -10",
        "12,50 €; 12.50",
        "EUR 1'250.00; 1250.00",
        "1234,567; 1234.567",
      })
  void numbersAreReadAsTheyAreWritten(String text, String number) {
    assertThat(DecimalMark.UNKNOWN.read(text)).isEqualByComparingTo(number);
  }

  @Test
  void threeDigitsBehindASingleMarkAreReadAsTheRestOfTheFileIs() {
    assertThat(DecimalMark.COMMA.read("1.234")).isEqualByComparingTo("1234");
    assertThat(DecimalMark.POINT.read("1.234")).isEqualByComparingTo("1.234");
    assertThatThrownBy(() -> DecimalMark.UNKNOWN.read("1.234")).hasMessageContaining("could be");
  }

  @Test
  void theFilesOwnNumbersTellItsMark() {
    assertThat(mark("12,50", "1.000", "7")).isEqualTo(DecimalMark.COMMA);
    assertThat(mark("1,234.50")).isEqualTo(DecimalMark.POINT);
    assertThat(mark("12,50", "12.50")).isEqualTo(DecimalMark.UNKNOWN);
  }

  private static DecimalMark mark(String... numbers) {
    DecimalMark.Detector detector = new DecimalMark.Detector();
    for (String number : numbers) {
      detector.observe(number);
    }
    return detector.mark();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1,2,3.4.5", "12,,5", "--3", "1.23.456", "€", "1 Stück"})
  void whatIsNoNumberIsTold(String text) {
    assertThatThrownBy(() -> DecimalMark.UNKNOWN.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @Test
  void aSaleThatEndsOnADayEndsWithIt() {
    assertThat(Moments.until("24.12.2026", BERLIN))
        .isEqualTo(Instant.parse("2026-12-24T23:00:00Z"));
    assertThat(Moments.until("2026-12-24 23:59:59", BERLIN))
        .isEqualTo(Instant.parse("2026-12-24T23:00:00Z"));
    assertThat(Moments.from("2026-03-29", BERLIN)).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(Moments.from("2026-03-30", BERLIN)).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    assertThatThrownBy(() -> Moments.from("bald", BERLIN)).hasMessageContaining("not a date");
  }

  @Test
  void htmlBecomesPlainText() {
    assertThat(PlainText.of("<p>Gr&ouml;&szlig;e&nbsp;&lt; 3</p><script>alert(1)</script>Ende"))
        .isEqualTo("Größe < 3\nEnde");
    assertThat(PlainText.of("5 < 6 und 7 > 2")).isEqualTo("5 < 6 und 7 > 2");
    assertThat(PlainText.of("&#8364; &#x20AC; &unbekannt; &#xD800;"))
        .isEqualTo("€ € &unbekannt; &#xD800;");
  }

  @Test
  void namesBecomeAddresses() {
    assertThat(Slug.of("  Süße Tasse „Möwe“ / groß ")).isEqualTo("suesse-tasse-moewe-gross");
    assertThat(Slug.of("Café Crème")).isEqualTo("cafe-creme");
    assertThat(Slug.of("***")).isEmpty();
  }
}
