package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue that notifications wait in: each is handed out until somebody takes it away. */
class QueueTest extends AmazonTest {

  private static final String BASE = "/amazon/notifications/v1";
  private static final String QUEUE = "http://127.0.0.1/123456789012/kontor";

  @BeforeEach
  void subscribe() {
    AmazonCaller application = new AmazonCaller(baseUri()).signInAsApplication();
    String arn = "arn:aws:sqs:eu-west-1:123456789012:kontor";
    String destination =
        application
            .post(
                BASE + "/destinations",
                "{'name':'queue','resourceSpecification':{'sqs':{'arn':'" + arn + "'}}}")
            .body()
            .at("/payload/destinationId")
            .asText();
    amazon.post(
        BASE + "/subscriptions/ORDER_CHANGE",
        "{'payloadVersion':'1.0','destinationId':'" + destination + "'}");
    amazon.post("/control/amazon/queue", "{'lost':0,'repeated':0}");
    amazon.list("A", 50, "1.00").purchase("{'sku':'A','count':3}");
  }

  @Test
  void aMessageComesAgainUntilItIsTakenAwayByItsLastReceipt() {
    List<String> first = receipts(receive(QUEUE, 30));
    assertThat(first).hasSize(3).doesNotHaveDuplicates();
    assertThat(receive(QUEUE, 30)).as("somebody has them").isEmpty();
    assertThat(receive("http://127.0.0.1/123456789012/other", 30)).isEmpty();

    amazon.advance("PT31S");
    JsonNode again = receive(QUEUE, 30);
    assertThat(again.at("/0/Attributes/ApproximateReceiveCount").asText()).isEqualTo("2");
    take("DeleteMessage", "'ReceiptHandle':'" + first.get(0) + "'");
    List<String> second = receipts(again);
    take("DeleteMessage", "'ReceiptHandle':'" + second.get(0) + "'");
    take("DeleteMessageBatch", "'Entries':[{'Id':'0','ReceiptHandle':'" + second.get(1) + "'}]");
    amazon.advance("PT31S");
    assertThat(new HashSet<>(receipts(receive(QUEUE, 30)))).hasSize(1);
  }

  @Test
  void aRequestWithoutASignatureIsRefused() {
    HttpRequest.Builder unsigned =
        amazon
            .request("/")
            .header("X-Amz-Target", "AmazonSQS.ReceiveMessage")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertThat(amazon.fetch(unsigned).statusCode()).isEqualTo(403);
    assertThat(call("PurgeQueue", "'QueueUrl':'" + QUEUE + "'").status()).isEqualTo(400);
    assertThat(call("ReceiveMessage", "'QueueUrl':'nowhere'").status()).isEqualTo(404);
    assertThat(
            call("ReceiveMessage", "'QueueUrl':'" + QUEUE + "','MaxNumberOfMessages':11").status())
        .isEqualTo(400);
  }

  private static List<String> receipts(JsonNode messages) {
    return messages.findValuesAsText("ReceiptHandle");
  }

  private JsonNode receive(String queue, int seconds) {
    String asked =
        "'QueueUrl':'" + queue + "','MaxNumberOfMessages':10,'VisibilityTimeout':" + seconds;
    return call("ReceiveMessage", asked).body().path("Messages");
  }

  private void take(String operation, String what) {
    assertThat(call(operation, "'QueueUrl':'" + QUEUE + "'," + what).status()).isEqualTo(200);
  }

  private AmazonCaller.Answer call(String operation, String body) {
    return amazon.send(
        amazon
            .request("/")
            .header("X-Amz-Target", "AmazonSQS." + operation)
            .header("Authorization", "AWS4-HMAC-SHA256 Credential=test")
            .POST(HttpRequest.BodyPublishers.ofString(AmazonCaller.json("{" + body + "}"))));
  }
}
