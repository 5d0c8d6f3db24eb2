package kontor.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.CompetitorOffers.Competition;
import kontor.connector.channel.CompetitorOffers.CompetitorOffer;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.ReportedOrder;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Amazon's own examples of the answers that we read, from the documents beside the repository. */
class AmazonExamplesTest {

  private static final Path MODELS = Path.of("../../shared/specs/amazon/models");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AmazonOrders reader =
      new AmazonOrders(CountryCode.GERMANY, Currency.getInstance("EUR"));

  @Test
  void theExamplesOfOrdersAreReadToTheCent() throws Exception {
    List<JsonNode> examples = examples("orders_2026-01-01.json");
    List<JsonNode> orders = new ArrayList<>();
    for (JsonNode answer : examples) {
      answer.path("orders").forEach(orders::add);
      if (answer.has("order")) {
        orders.add(answer.path("order"));
      }
    }
    assertThat(orders).hasSize(6);
    OrderPage page = reader.page(JSON.createArrayNode().addAll(orders), Optional.empty());

    assertThat(page.unreadable()).isEmpty();
    assertThat(page.orders().stream().filter(ReportedOrder::fulfilledThere)).hasSize(1);
    assertThat(page.orders())
        .extracting(ReportedOrder::total)
        .containsExactly(
            Money.of("19940", "JPY"),
            Money.of("34.99", "GBP"),
            Money.of("1599.90", "BRL"),
            Money.of("299.90", "BRL"),
            Money.of("125.00", "TRY"),
            Money.of("49.99", "USD"));
    for (ReportedOrder order : page.orders()) {
      Money lines =
          order.lines().stream().map(line -> line.total()).reduce(order.shipping(), Money::plus);
      assertThat(lines).isEqualTo(order.total());
    }
  }

  @Test
  void fault22YenHaveNoFractions() throws Exception {
    JsonNode japan =
        examples("orders_2026-01-01.json").stream()
            .filter(answer -> answer.at("/orders/0/orderId").asString("").startsWith("250-"))
            .findFirst()
            .orElseThrow();
    JsonNode second = japan.at("/orders/0/orderItems/1");
    AmazonItem item = new AmazonItem(second, Currency.getInstance("JPY"));
    assertThat(item.goods()).isEqualTo(Money.of("13960", "JPY"));
    assertThat(item.quantity().value()).isEqualTo(2);
  }

  /** Five articles; every amount of the answer is found again. */
  @Test
  void theExampleOfOffersIsReadToTheCentAndEachPartByItsOwnStatus() throws Exception {
    JsonNode answer =
        examples("productPricingV0.json").stream()
            .filter(one -> one.at("/responses/0/body/payload/SKU").isString())
            .findFirst()
            .orElseThrow();
    List<Sku> asked = new ArrayList<>();
    List<String> amounts = new ArrayList<>();
    for (JsonNode part : answer.path("responses")) {
      JsonNode payload = part.at("/body/payload");
      payload.path("Offers").forEach(offer -> amounts.add(offer.at("/ListingPrice/Amount") + ""));
      if (part.at("/status/statusCode").asInt() == 200) {
        asked.add(new Sku(payload.path("SKU").asString()));
      }
    }

    List<Competition> all = AmazonCompetitors.read(answer, asked, Instant.EPOCH);

    assertThat(all).extracting(Competition::sku).containsExactlyElementsOf(asked);
    Competition first = all.get(0);
    assertThat(first.count()).isEqualTo(4286);
    assertThat(first.featured().orElseThrow().price()).isEqualTo(Money.of("10.00", "USD"));
    assertThat(first.lowest().orElseThrow().landed()).isEqualTo(Money.of("0.50", "USD"));
    assertThat(first.ours()).map(CompetitorOffer::price).contains(Money.of("30.00", "USD"));
    List<BigDecimal> read =
        all.stream()
            .flatMap(one -> one.offers().stream())
            .map(offer -> new BigDecimal(offer.price().amount()).stripTrailingZeros())
            .sorted()
            .toList();
    assertThat(read)
        .containsExactlyElementsOf(
            amounts.stream().map(a -> new BigDecimal(a).stripTrailingZeros()).sorted().toList());
  }

  /** The answers with status 200 of a document's static examples. */
  private static List<JsonNode> examples(String model) throws Exception {
    Assumptions.assumeTrue(
        Files.isDirectory(MODELS),
        "Amazon's documents are not in " + MODELS.toAbsolutePath().normalize());
    JsonNode paths = JSON.readTree(Files.readString(MODELS.resolve(model))).path("paths");
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode path : paths) {
      for (JsonNode operation : path) {
        JsonNode pairs = operation.at("/responses/200/x-amzn-api-sandbox/static");
        pairs.forEach(pair -> found.add(pair.path("response")));
      }
    }
    return found;
  }
}
