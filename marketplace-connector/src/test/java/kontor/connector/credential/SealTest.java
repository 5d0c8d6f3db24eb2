package kontor.connector.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Secrets at rest. */
class SealTest {

  private static final String KEY = "a".repeat(44);

  private final Seal seal = new Seal(KEY);

  @Test
  void whatIsClosedOpensAndLooksDifferentEachTime() {
    byte[] one = seal.close("ebay-de/main", "Geheimnis äöü");
    byte[] other = seal.close("ebay-de/main", "Geheimnis äöü");

    assertThat(seal.open("ebay-de/main", one)).isEqualTo("Geheimnis äöü");
    assertThat(one).isNotEqualTo(other);
    assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("Geheimnis");
  }

  @Test
  void itOpensNeitherElsewhereNorWithAnotherKeyNorChanged() {
    byte[] sealed = seal.close("ebay-de/main", "secret");

    refused(() -> seal.open("ebay-de/second", sealed));
    refused(() -> new Seal("b".repeat(44)).open("ebay-de/main", sealed));
    sealed[sealed.length - 1] ^= 1;
    refused(() -> seal.open("ebay-de/main", sealed));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
    assertThatThrownBy(opening)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("KONTOR_CONNECTOR_KEY");
  }
}
