package kontor.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import kontor.catalog.imports.format.Flaw;
import kontor.catalog.imports.table.BrokenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings, separators, line ends and quotes, told apart without being told. */
class TableTest {

  private static final String FILE =
      """
      product;sku;title_de;description_de;price;stock
      tuer;T-1;Türöffner;"Zwei Zeilen;
      und ein ""Wort\""";3,50;1

      fuss;F-1;Fußmatte „Möwe“;;12,00;x
      """;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void umlautsAreReadInEveryEncoding(String charset) {
    Shelf shelf = Shelf.of(FILE, Charset.forName(charset));
    assertThat(shelf.product("tuer").texts().get(0).title()).isEqualTo("Türöffner");
    assertThat(shelf.product("tuer").texts().get(0).description())
        .isEqualTo("Zwei Zeilen;\nund ein \"Wort\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkIsNoPartOfTheFirstColumn(String charset) {
    assertThat(Shelf.of("\ufeff" + FILE, Charset.forName(charset)).products()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aRefusedRowIsToldByItsLineInTheFile(String lineEnd) {
    Shelf shelf = Shelf.of(FILE.replace("\n", lineEnd));
    assertThat(shelf.flaws()).containsExactly(new Flaw(5, "stock", "not a number: 'x'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void everySeparatorIsFound(String separator) {
    String file = "product;sku;title_de;price\na;A-1;Eins;4.50\n".replace(";", separator);
    assertThat(Shelf.of(file).prices("A-1").get(0).amount().amount()).isEqualTo("4.50");
  }

  @Test
  void excelsSeparatorLineIsPassedOver() {
    Shelf shelf = Shelf.of("sep=;\nproduct;sku;title_de;price\na;A-1;Eins;x\n");
    assertThat(shelf.flaws()).containsExactly(new Flaw(3, "price", "not a number: 'x'"));
  }

  @Test
  void aQuoteThatIsNeverClosedStopsTheFileBeforeAnythingIsTaken() {
    String file = "product;sku;title_de;price\na;A-1;Eins;1,00\nb;B-1;\"Zwei;2,00\nc;C-1;Drei;3\n";
    assertThatThrownBy(() -> Shelf.of(file, StandardCharsets.UTF_8))
        .isInstanceOfSatisfying(BrokenFile.class, broken -> assertThat(broken.line()).isEqualTo(3));
  }

  @Test
  void aRowThatDoesNotEndIsStoppedBeforeItFillsTheMemory() {
    String file =
        "product;sku;title_de;price\na;A-1;\"" + "Lang, länger, am längsten. ".repeat(120_000);
    assertThatThrownBy(() -> Shelf.of(file))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("is a quote missing?");
  }
}
