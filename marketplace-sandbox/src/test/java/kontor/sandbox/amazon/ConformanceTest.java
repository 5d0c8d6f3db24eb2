package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kontor.sandbox.amazon.model.AmazonExamples;
import kontor.sandbox.amazon.model.ModelCheck;
import kontor.sandbox.document.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sandbox's own tables against Amazon's documents, and Amazon's examples. */
class ConformanceTest extends AmazonTest {

  private static final Map<String, Long> PAIRS =
      Map.ofEntries(
          Map.entry("definitionsProductTypes_2020-09-01", 4L),
          Map.entry("feeds_2021-06-30", 12L),
          Map.entry("listingsItems_2021-08-01", 14L),
          Map.entry("notifications", 9L),
          Map.entry("ordersV0", 31L),
          Map.entry("orders_2026-01-01", 8L),
          Map.entry("productPricingV0", 18L),
          Map.entry("productPricing_2022-05-01", 4L),
          Map.entry("reports_2021-06-30", 18L),
          Map.entry("sellers", 3L),
          Map.entry("tokens_2021-03-01", 3L));

  @BeforeEach
  void needDocuments() {
    SharedDocuments.require();
  }

  @Test
  void amazonsDocumentsHaveTheOperationsAndExamplesWeKnow() {
    AmazonExamples examples = AmazonExamples.load(SharedDocuments.models());
    assertThat(examples.counts()).containsExactlyInAnyOrderEntriesOf(PAIRS);
    assertThat(examples.counts().values().stream().mapToLong(n -> n).sum()).isEqualTo(124);
    assertThat(examples.operationCounts().values().stream().mapToLong(n -> n).sum()).isEqualTo(55);
  }

  @Test
  void theLongestPatternAnswersAndWhatFitsNoneIsRefused() {
    String orders = "/amazon-static/orders/2026-01-01/orders";
    AmazonCaller.Answer japan =
        amazon.get(
            orders
                + "?createdAfter=2024-12-25T00:00:00Z&marketplaceIds=A1VC38T7YXB528"
                + "&includedData=BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES");
    assertThat(japan.body().at("/orders/0/proceeds/grandTotal/amount").asText()).isEqualTo("19940");
    assertThat(amazon.get(orders + "?createdAfter=TEST_CASE_400").status()).isEqualTo(400);
    AmazonCaller.Answer none = amazon.get(orders + "?createdAfter=2020-01-01T00:00:00Z");
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.body().at("/errors/0/message").asText())
        .isEqualTo("Could not match input arguments");
    assertThat(amazon.get("/amazon-static/listings/2021-08-01/items/A/B").status()).isEqualTo(200);
  }

  @Test
  void everyExampleIsAnAnswerOfItsDocumentButOne() throws IOException {
    ModelCheck check = ModelCheck.load(SharedDocuments.models());
    List<String> odd = new ArrayList<>();
    int examples = 0;
    for (String model : PAIRS.keySet()) {
      JsonNode document = SharedDocuments.read("models/" + model + ".json");
      for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          List<String> segments = List.of(path.getKey().substring(1).split("/"));
          String verb = method.getKey().toUpperCase(Locale.ROOT);
          for (Map.Entry<String, JsonNode> answer :
              method.getValue().path("responses").properties()) {
            int status = Integer.parseInt(answer.getKey());
            for (JsonNode pair : answer.getValue().at("/x-amzn-api-sandbox/static")) {
              examples++;
              if (!check.response(verb, segments, status, pair.path("response")).isEmpty()) {
                odd.add(method.getValue().path("operationId").asText());
              }
            }
          }
        }
      }
    }
    assertThat(examples).isEqualTo(124);
    assertThat(odd).containsExactly("getAccount"); // a known defect of the document
  }

  @Test
  void ourRateLimitsAreAmazons() throws IOException {
    Map<String, List<Integer>> published = new HashMap<>();
    String name = "";
    for (String line : Files.readAllLines(SharedDocuments.FOLDER.resolve("rate-limits.yml"))) {
      if (line.endsWith(":") && line.contains("-")) {
        name = line.substring(0, line.length() - 1);
      } else if (line.startsWith("  - ")) {
        published
            .computeIfAbsent(name, n -> new ArrayList<>())
            .add(Integer.parseInt(line.substring(4).strip()));
      }
    }
    Map<String, String> groups = Map.of("getOrder", "GetOrderApi-getOrder");
    Json.resource("/kontor/sandbox/amazon/limits.json")
        .properties()
        .forEach(
            own -> {
              JsonNode plan = own.getValue();
              List<Integer> numbers =
                  new ArrayList<>(List.of(plan.path("tokens").asInt(), plan.path("burst").asInt()));
              if (plan.path("seconds").asInt() != 1) {
                numbers.add(plan.path("seconds").asInt());
              }
              String known = groups.getOrDefault(own.getKey(), "");
              assertThat(published.entrySet())
                  .as(own.getKey())
                  .anyMatch(
                      entry ->
                          (known.isEmpty()
                                  ? entry.getKey().endsWith("-" + own.getKey())
                                  : entry.getKey().equals(known))
                              && entry.getValue().equals(numbers));
            });
  }

  @Test
  void ourContractsTakeNoParameterThatAmazonDoesNotHave() throws IOException {
    JsonNode contracts = Json.resource("/kontor/sandbox/amazon/contracts.json").path("$defs");
    Map<String, Set<String>> published = new HashMap<>();
    for (String model : PAIRS.keySet()) {
      JsonNode document = SharedDocuments.read("models/" + model + ".json");
      document
          .path("paths")
          .forEach(
              path ->
                  path.forEach(
                      operation -> {
                        Set<String> names =
                            published.computeIfAbsent(
                                operation.path("operationId").asText(), n -> new TreeSet<>());
                        operation
                            .path("parameters")
                            .forEach(parameter -> names.add(parameter.path("name").asText()));
                      }));
    }
    int compared = 0;
    for (Map.Entry<String, JsonNode> definition : contracts.properties()) {
      if (definition.getKey().endsWith("_query")) {
        String operation = definition.getKey().replace("_query", "");
        List<String> own = new ArrayList<>();
        definition.getValue().path("properties").fieldNames().forEachRemaining(own::add);
        assertThat(published.getOrDefault(operation, Set.of())).as(operation).containsAll(own);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(30);
  }

  @Test
  void aRequestThatBreaksTheModelIsRefusedAndCounted() {
    amazon.get("/amazon/sellers/v1/marketplaceParticipations?page=1");
    assertThat(amazon.ledger().at("/modelViolations/getMarketplaceParticipations").asInt())
        .isEqualTo(1);
    assertThat(
            amazon
                .get("/amazon/sellers/v1/marketplaceParticipations")
                .body()
                .at("/payload/0/marketplace/id")
                .asText())
        .isEqualTo("A1PA6795UKMFR9");
  }

  @Test
  void aProductTypeSaysWhatAListingNeeds() {
    String path = "/amazon/definitions/2020-09-01/productTypes";
    JsonNode found = amazon.get(path + "?keywords=lamp&" + AmazonCaller.PLACE).body();
    assertThat(found.path("productTypes").findValuesAsText("name")).containsExactly("LAMP");
    JsonNode lamp = amazon.get(path + "/LAMP?" + AmazonCaller.PLACE).body();
    JsonNode schema = amazon.get(lamp.at("/schema/link/resource").asText()).body();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    required.add(schema.at("/allOf/0/anyOf/0/required/0").asText()); // unless it is waived
    String body = "{'productType':'LAMP','attributes':{'brand':[{'value':'Kontor'}]}}";
    JsonNode put = amazon.call("PUT", AmazonCaller.ITEMS + "/L?" + AmazonCaller.PLACE, body).body();
    List<String> missing = new ArrayList<>(List.of("brand"));
    put.path("issues").forEach(issue -> missing.add(issue.at("/attributeNames/0").asText()));
    assertThat(missing).containsExactlyInAnyOrderElementsOf(required);
    assertThat(amazon.get(path + "/SPACESHIP?" + AmazonCaller.PLACE).status()).isEqualTo(404);
  }

  @Test
  void aTokenForDataOnPeopleIsGivenForPathsThatHaveThem() {
    String body =
        "{'restrictedResources':[{'method':'GET','path':'%s','dataElements':['buyerInfo']}]}";
    String path = "/amazon/tokens/2021-03-01/restrictedDataToken";
    assertThat(
            amazon
                .post(path, String.format(body, "/orders/v0/orders/{orderId}"))
                .body()
                .path("expiresIn")
                .asInt())
        .isEqualTo(3600);
    assertThat(amazon.post(path, String.format(body, "/listings/x")).status()).isEqualTo(400);
  }
}
