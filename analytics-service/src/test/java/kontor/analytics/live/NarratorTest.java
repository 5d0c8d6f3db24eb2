package kontor.analytics.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of every topic is told in both languages; the samples are those of the contracts. */
class NarratorTest {

  private static final Path SAMPLES = Path.of("../contracts/src/test/resources/events");

  private final EventCodec codec = EventCodec.ofTopics();
  private final Narrator narrator = new Narrator("DE");

  static Stream<Class<?>> everyEvent() {
    return Topics.all().stream().flatMap(t -> EventCodec.events(t.events()).stream());
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void everyEventIsToldInBothLanguages(Class<?> event) {
    Sentence sentence = narrator.tell(sample(EventCodec.type(event)));
    assertThat(sentence.english()).isNotBlank().doesNotContain("null", "kontor.");
    assertThat(sentence.german()).isNotBlank().isNotEqualTo(sentence.english());
  }

  @Test
  void anOrderIsToldWithItemsSumAndChannel() {
    assertThat(tell("kontor.order.placed.v1"))
        .isEqualTo(
            new Sentence(
                "Order 1042 placed: 2 items, 24.90 EUR, eBay",
                "Bestellung 1042 eingegangen: 2 Artikel, 24,90 EUR, eBay"));
  }

  @Test
  void laterEventsNameTheOrderAsPeopleDo() {
    assertThat(tell("kontor.order.confirmed.v1").english()).isEqualTo("Order …00000001 confirmed");
    narrator.learn((OrderPlaced) sample("kontor.order.placed.v1"));
    assertThat(tell("kontor.order.confirmed.v1").english()).isEqualTo("Order 1042 confirmed");
  }

  @Test
  void moneyThatGoesBackIsToldOfItsOrder() {
    assertThat(tell("kontor.order.refunded.v1").german())
        .matches("Bestellung .+: .+ EUR erstattet");
    assertThat(tell("kontor.order.paid.v1").english()).matches("Order .+ paid, .+ EUR");
  }

  @Test
  void anInvoiceIsToldWithItsNumberAndSum() {
    assertThat(tell("kontor.invoice.issued.v1").german())
        .matches("Bestellung .+: Rechnung RE-2026-03-00042 über 24,90 EUR");
  }

  @Test
  void stockAndListingsAreToldWithFigures() {
    assertThat(tell("kontor.stock.level.v1").german()).matches("Bestand von .+: -?\\d+ verfügbar");
    assertThat(tell("kontor.listing.changed.v1").english()).startsWith("eBay ");
  }

  @Test
  void aMarketplaceAbroadIsNamedWithItsCountry() {
    Sentence abroad =
        new Words(new OrderNumbers(), "AT").channel(new kontor.contracts.ChannelId("ebay-de"));
    assertThat(abroad.english()).isEqualTo("eBay DE");
  }

  private Sentence tell(String type) {
    return narrator.tell(sample(type));
  }

  private Object sample(String type) {
    try {
      byte[] json = Files.readAllBytes(SAMPLES.resolve(type + ".json"));
      return codec.read(type, json).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("no sample of " + type, e);
    }
  }
}
