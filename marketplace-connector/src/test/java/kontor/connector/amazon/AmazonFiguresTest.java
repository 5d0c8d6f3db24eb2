package kontor.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Pushed;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Which way prices and quantities go to Amazon, with as many calls as it really allows. */
class AmazonFiguresTest {

  private static final AmazonStand STAND = new AmazonStand(1_000);

  private final AmazonChannel channel = STAND.channel(Duration.ZERO);

  @AfterAll
  static void close() {
    STAND.close();
  }

  @Test
  void whatMayBeBoughtInVainDoesNotWaitForAFeedAndTheRestGoesInOne() {
    STAND.publish(channel);
    List<PriceAndQuantity> rest = parts(24, false);
    List<PriceAndQuantity> all = new ArrayList<>(rest);
    all.add(part("A", true));

    List<Pushed> first = channel.push(all);
    assertThat(first).extracting(Pushed::sku).containsExactly(new Sku("A"));
    assertThat(first.get(0).submission().orElse("")).isNotEmpty().doesNotStartWith("feed:");
    assertThat(feeds(channel.push(rest))).hasSize(1);
  }

  @Test
  void whatTakesLongerOneByOneThanAmazonAllowsGoesInAFeedThoughItIsUrgent() {
    List<Pushed> pushed = channel.push(parts(25, true));
    assertThat(pushed).hasSize(25);
    assertThat(feeds(pushed)).hasSize(1);
  }

  private static List<String> feeds(List<Pushed> pushed) {
    return pushed.stream()
        .map(Pushed::submission)
        .flatMap(Optional::stream)
        .filter(submission -> submission.startsWith("feed:"))
        .distinct()
        .toList();
  }

  private static List<PriceAndQuantity> parts(int number, boolean urgent) {
    List<PriceAndQuantity> parts = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      parts.add(part("F" + i, urgent));
    }
    return parts;
  }

  private static PriceAndQuantity part(String sku, boolean urgent) {
    return new PriceAndQuantity(
        new Sku(sku), sku, Money.of("9.90", "EUR"), new Quantity(7), urgent);
  }
}
