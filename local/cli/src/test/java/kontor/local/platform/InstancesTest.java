package kontor.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstancesTest {

  @Test
  void aNumberIsOfEach() {
    assertThat(Instances.parse("2")).isEqualTo(Instances.ofEach(2));
  }

  @Test
  void aServiceThatIsNamedHasItsOwn() {
    assertThat(Instances.parse("connector=2")).isEqualTo(new Instances(1, Map.of("connector", 2)));
    assertThat(Instances.parse("order=3, 2 ,connector = 4"))
        .isEqualTo(new Instances(2, Map.of("order", 3, "connector", 4)));
  }

  @Test
  void itReadsWhatItWrites() {
    Instances instances = new Instances(2, Map.of("order", 3, "connector", 4));
    assertThat(instances).hasToString("2,connector=4,order=3");
    assertThat(Instances.parse(instances.toString())).isEqualTo(instances);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "0 | must be 1 to 5, not '0'",
        "6 | must be 1 to 5, not '6'",
        "\"\" | must be 1 to 5, not ''",
        "connector= | must be 1 to 5, not ''",
        "2,zwei | must be 1 to 5, not 'zwei'",
        "store=2 | 'store' is not one of",
        "konnektor=2 | 'konnektor' is not one of",
      })
  void whatIsUnclearIsRefused(String text, String why) {
    assertThatThrownBy(() -> Instances.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
