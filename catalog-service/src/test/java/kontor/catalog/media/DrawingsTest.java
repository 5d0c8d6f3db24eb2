package kontor.catalog.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Motifs in colours. */
class DrawingsTest {

  private final Drawings drawings = new Drawings();

  @Test
  void aMotifIsDrawnInTheColourAskedFor() {
    assertThat(drawings.find("teapot-gruen").orElse(""))
        .startsWith("<svg")
        .contains("#5a7d6c")
        .doesNotContain("#010101");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"teapot", "teapot-nocolour", "nomotif-gruen", "../palette", "palette-gruen", ""})
  void whatIsNotThereIsNotFound(String name) {
    assertThat(drawings.find(name)).isEmpty();
  }
}
