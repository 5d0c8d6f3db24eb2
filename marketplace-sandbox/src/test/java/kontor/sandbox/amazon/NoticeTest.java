package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Notifications: subscriptions, the queue, and what may happen to a message on its way. */
class NoticeTest extends AmazonTest {

  private static final String BASE = "/amazon/notifications/v1";
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "ORDER_CHANGE", "OrderChangeNotification",
          "ANY_OFFER_CHANGED", "AnyOfferChangedNotification",
          "LISTINGS_ITEM_ISSUES_CHANGE", "ListingsItemIssuesChangeNotification",
          "LISTINGS_ITEM_MFN_QUANTITY_CHANGE", "ListingsItemMfnQuantityChange",
          "REPORT_PROCESSING_FINISHED", "ReportProcessingFinishedNotification");

  private String destination() {
    AmazonCaller application = new AmazonCaller(baseUri()).signInAsApplication();
    String body =
        "{'name':'queue','resourceSpecification':{'sqs':{'arn':'arn:aws:sqs:eu-west-1:1:q'}}}";
    return application
        .post(BASE + "/destinations", body)
        .body()
        .at("/payload/destinationId")
        .asText();
  }

  private AmazonCaller.Answer subscribe(String type, String destination) {
    return amazon.post(
        BASE + "/subscriptions/" + type,
        "{'payloadVersion':'1.0','destinationId':'" + destination + "'}");
  }

  private JsonNode queue() {
    return amazon.get("/control/amazon/queue").body().path("items");
  }

  @Test
  void destinationsBelongToTheApplicationAndSubscriptionsToTheSeller() {
    String destination = destination();
    AmazonCaller application = new AmazonCaller(baseUri()).signInAsApplication();
    assertThat(amazon.get(BASE + "/destinations").status()).isEqualTo(403);
    assertThat(application.get(BASE + "/destinations").body().path("payload")).hasSize(1);
    assertThat(application.get(BASE + "/destinations/" + destination).status()).isEqualTo(200);
    assertThat(subscribe("ORDER_CHANGE", "none").status()).isEqualTo(400);
    String id =
        subscribe("ORDER_CHANGE", destination).body().at("/payload/subscriptionId").asText();
    assertThat(subscribe("ORDER_CHANGE", destination).status()).isEqualTo(409);
    assertThat(amazon.get(BASE + "/subscriptions/ORDER_CHANGE").status()).isEqualTo(200);
    assertThat(
            amazon
                .get(BASE + "/subscriptions?notificationTypes=ORDER_CHANGE")
                .body()
                .at("/payload/subscriptions"))
        .hasSize(1);
    assertThat(application.delete(BASE + "/destinations/" + destination).status()).isEqualTo(409);
    assertThat(application.get(BASE + "/subscriptions/ORDER_CHANGE/" + id).status()).isEqualTo(200);
    assertThat(application.delete(BASE + "/subscriptions/ORDER_CHANGE/" + id).status())
        .isEqualTo(200);
    assertThat(application.delete(BASE + "/destinations/" + destination).status()).isEqualTo(200);
  }

  @Test
  void whatHappensIsToldInAmazonsForm() throws IOException {
    amazon.post("/control/amazon/queue", "{'lost':0,'repeated':0}");
    String destination = destination();
    SCHEMAS.keySet().forEach(type -> subscribe(type, destination));
    amazon.advance("PT10S"); // the bucket of subscriptions
    amazon.list("A", 5, "19.99").buy("A", 1);
    amazon.post(
        "/control/amazon/offers",
        "{'price':'9.00','asin':'" + amazon.ledger().at("/listings/0/asin").asText() + "'}");
    amazon.post("/control/amazon/issues", "{'sku':'A'}");
    amazon.patchItem(
        "A",
        "{'op':'merge','path':'/attributes/fulfillment_availability','value':[{'fulfillment_channel_code':'DEFAULT','quantity':2}]}");
    amazon.post(
        "/amazon/reports/2021-06-30/reports",
        "{'reportType':'GET_MERCHANT_LISTINGS_ALL_DATA','marketplaceIds':['A1PA6795UKMFR9']}");
    amazon.advance("PT30S");
    Set<String> seen = new TreeSet<>();
    for (JsonNode message : queue()) {
      String type =
          message.path("NotificationType").asText(message.path("notificationType").asText());
      seen.add(type);
      if (SharedDocuments.MODEL != null) {
        assertThat(
                SharedDocuments.validate(
                    "schemas/notifications/" + SCHEMAS.get(type) + ".json", message))
            .as(message.toString())
            .isEmpty();
      }
    }
    assertThat(seen)
        .isSubsetOf(SCHEMAS.keySet())
        .contains(
            "ORDER_CHANGE",
            "ANY_OFFER_CHANGED",
            "LISTINGS_ITEM_ISSUES_CHANGE",
            "LISTINGS_ITEM_MFN_QUANTITY_CHANGE",
            "REPORT_PROCESSING_FINISHED");
    assertThat(queue()).isEmpty();
  }

  @Test
  void someMessagesAreLostAndSomeComeTwiceAndAlwaysTheSameOnes() {
    assertThat(run()).isEqualTo(run()).isNotEqualTo(200);
  }

  private int run() {
    begin();
    amazon.post("/control/amazon/queue", "{'lost':30,'repeated':30}");
    subscribe("ORDER_CHANGE", destination());
    amazon.list("A", 500, "1.00").purchase("{'sku':'A','count':200}");
    JsonNode items = queue();
    List<String> ids = items.findValuesAsText("NotificationId");
    assertThat(new HashSet<>(ids).size()).isLessThan(200).isLessThan(ids.size());
    return ids.size();
  }
}
