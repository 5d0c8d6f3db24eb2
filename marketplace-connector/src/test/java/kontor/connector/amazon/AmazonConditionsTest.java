package kontor.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Placement;
import kontor.connector.content.Gap;
import kontor.connector.content.Gaps;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an article lacks because of what else is said of it, and what Amazon answers to it. */
class AmazonConditionsTest {

  private static final AmazonStand STAND = new AmazonStand(100);
  private static final String EXEMPTION = "supplier_declared_has_product_identifier_exemption";
  private static final Map<String, List<String>> SAID =
      Map.of(
          "brand",
          List.of("Kontor"),
          "color",
          List.of("grün", "rot"),
          "light_type",
          List.of("LED"),
          "batteries_required",
          List.of("true", "false"),
          "batteries_included",
          List.of("true", "false"),
          "supplier_declared_dg_hz_regulation",
          List.of("not_applicable"),
          EXEMPTION,
          List.of("true", "false"),
          "wattage",
          List.of("60 watts", "0 watts"));

  private final AmazonChannel channel = STAND.quick(100);

  @AfterAll
  static void close() {
    STAND.close();
  }

  @Test
  void whatIsNeededBecauseOfSomethingElseIsNamedWithTheReason() {
    Map<String, List<String>> lamp = new TreeMap<>();
    lamp.put("brand", List.of("Kontor"));
    lamp.put("color", List.of("grün"));
    lamp.put("light_type", List.of("LED"));
    assertThat(texts(lamp)).isEmpty();
    lamp.put("batteries_required", List.of("false"));
    assertThat(texts(lamp)).isEmpty();
    lamp.put("batteries_required", List.of("true"));
    assertThat(texts(lamp))
        .containsExactly(
            "Batteries included is missing, because Batteries required is 'true'."
                + " Set 'batteries_included' for the category or the article, or map one of our"
                + " options to it.");
    lamp.put("batteries_included", List.of("true"));
    assertThat(texts(lamp))
        .singleElement()
        .asString()
        .startsWith("Dangerous goods is missing, because Batteries included is 'true'.");
    lamp.put("supplier_declared_dg_hz_regulation", List.of("not_applicable"));
    assertThat(texts(lamp)).isEmpty();
    lamp.put("wattage", List.of("0 watts"));
    assertThat(texts(lamp))
        .containsExactly(
            "Wattage must have an exclusive minimum value of 0."
                + " Change 'wattage' or leave it out.");
  }

  @Test
  void aNumberIsNeededUnlessItIsWaived() {
    Map<String, List<String>> said = new TreeMap<>();
    said.put("brand", List.of("Kontor"));
    Offer none = offer(1, Optional.of("HOME"), said, null);
    assertThat(Gaps.of(channel, none))
        .extracting(Gap::text)
        .containsExactly(
            "GTIN is missing. Enter it at the article, or set '" + EXEMPTION + "' if you may.");
    said.put(EXEMPTION, List.of("true"));
    assertThat(Gaps.of(channel, offer(1, Optional.of("HOME"), said, null))).isEmpty();
  }

  @Test
  void whatTheReportCallsCompleteAmazonTakesAndWhatItCallsAGapAmazonRefuses() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> types = List.of("", "PRODUCT", "HOME", "LAMP", "CHAIR");
    int complete = 0;
    int articles = 300;
    for (int i = 0; i < articles; i++) {
      String type = types.get(random.nextInt(types.size()));
      Offer offer = article(random, i, type);
      List<Gap> gaps = Gaps.of(channel, offer);
      assertThat(refusal(offer).isPresent())
          .as("seed %d article %d %s: %s, %s", seed, i, offer.placement(), gaps, refusal(offer))
          .isEqualTo(!gaps.isEmpty());
      complete += gaps.isEmpty() ? 1 : 0;
    }
    System.out.println(complete + " of " + articles + " complete");
    assertThat(complete).isBetween(articles / 20, articles * 19 / 20);
  }

  @Test
  void fiveThousandArticlesAreLookedAtInNoTime() {
    Random random = new Random(1);
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      offers.add(article(random, i, "LAMP"));
    }
    long begin = System.nanoTime();
    long gaps = offers.stream().filter(offer -> !Gaps.of(channel, offer).isEmpty()).count();
    long millis = (System.nanoTime() - begin) / 1_000_000;
    System.out.println(gaps + " of 5000 with gaps, in " + millis + " ms");
    assertThat(gaps).isBetween(1L, 4_999L);
    assertThat(millis).isLessThan(60_000);
  }

  private List<String> texts(Map<String, List<String>> said) {
    Offer offer = offer(1, Optional.of("LAMP"), said, new Gtin("4006381333931"));
    List<Gap> gaps = Gaps.of(channel, offer);
    assertThat(refusal(offer).isPresent()).isEqualTo(!gaps.isEmpty());
    return gaps.stream().map(Gap::text).toList();
  }

  /** Half of the attributes, but what every lamp has to have more often. */
  private static Offer article(Random random, int number, String type) {
    Map<String, List<String>> said = new TreeMap<>();
    boolean mapped = !type.isEmpty();
    new TreeMap<>(SAID)
        .forEach(
            (name, values) -> {
              boolean basic = Set.of("brand", "color", "light_type").contains(name);
              boolean lamps = Set.of("light_type", "wattage").contains(name);
              boolean known = type.equals("LAMP") || !lamps;
              if (mapped && known && random.nextInt(10) < (basic ? 9 : 5)) {
                said.put(name, List.of(values.get(random.nextInt(values.size()))));
              }
            });
    Gtin gtin = random.nextBoolean() ? new Gtin("4006381333931") : null;
    return offer(number, Optional.of(type).filter(name -> mapped), said, gtin);
  }

  private static Offer offer(
      int number, Optional<String> type, Map<String, List<String>> said, @Nullable Gtin gtin) {
    return new Offer(
        new Sku("C-" + number),
        "Lampe",
        "Schön.",
        null,
        gtin,
        List.of(),
        List.of("/media/a.png"),
        Money.of("10.00", "EUR"),
        new Quantity(1),
        new Placement(type, said, Set.of()));
  }

  /** What is neither taken nor refused fails. */
  private Optional<String> refusal(Offer offer) {
    await()
        .pollInterval(Duration.ofMillis(1))
        .until(() -> channel.pace().has(AmazonLimits.PUT_LISTING));
    try {
      channel.publish(offer);
      return Optional.empty();
    } catch (ChannelException e) {
      assertThat(e.kind()).as(e.getMessage()).isEqualTo(Kind.REFUSED);
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
