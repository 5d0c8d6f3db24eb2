package kontor.connector.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kontor.contracts.ChannelId;
import kontor.contracts.CustomerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A buyer is recognised, and his name cannot be tried out. */
class BuyerNamesTest {

  private static final ChannelId EBAY = new ChannelId("ebay-de");
  private static final String KEY = "a".repeat(44);

  @Test
  void aBuyerHasOneIdPerMarketplaceAndKey() {
    CustomerId buyer = new BuyerNames(KEY).idOf(EBAY, "jürgen_1970");
    assertThat(new BuyerNames(KEY).idOf(EBAY, "jürgen_1970")).isEqualTo(buyer);
    assertThat(new BuyerNames(KEY).idOf(new ChannelId("etsy"), "jürgen_1970")).isNotEqualTo(buyer);
    assertThat(new BuyerNames("b".repeat(44)).idOf(EBAY, "jürgen_1970")).isNotEqualTo(buyer);
    assertThat(buyer.value()).startsWith("ebay-de:").doesNotContain("rgen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "YWJj"})
  void withoutAKeyThereIsNoConnector(String key) {
    assertThatThrownBy(() -> new BuyerNames(key)).hasMessageContaining("KONTOR_CONNECTOR_KEY");
  }
}
