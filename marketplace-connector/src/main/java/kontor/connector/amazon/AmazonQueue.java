package kontor.connector.amazon;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Secrets;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The queue at Amazon SQS that notifications come to. It is called at the host of its address,
 * which is Amazon's or a sandbox's. Whatever goes wrong with it is tried again later and is no
 * matter of the account's: without the queue everything is found by asking.
 */
final class AmazonQueue {

  private static final int MOST = 10;
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Long enough to read ten orders, and for an order to show that is told of before it does. */
  private static final Duration HIDDEN = Duration.ofSeconds(60);

  /** All of Amazon's machines are asked then, not only a few of them. */
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final QueueAddress address;
  private final Supplier<Secrets> secrets;
  private @Nullable SqsClient client;

  /**
   * @param secrets asked each time: they may be changed
   */
  AmazonQueue(QueueAddress address, Supplier<Secrets> secrets) {
    this.address = address;
    this.secrets = secrets;
  }

  /** Up to ten messages; they come again unless they are taken away. */
  List<Message> receive() {
    try {
      return client()
          .receiveMessage(
              request ->
                  request
                      .queueUrl(address.url().toString())
                      .maxNumberOfMessages(MOST)
                      .visibilityTimeout((int) HIDDEN.toSeconds())
                      .waitTimeSeconds((int) WAIT.toSeconds())
                      .messageSystemAttributeNames(
                          MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
          .messages();
    } catch (SdkException e) {
      throw away(e);
    }
  }

  /** Takes messages away; one that cannot be comes again. */
  void remove(List<String> receipts) {
    try {
      for (int from = 0; from < receipts.size(); from += MOST) {
        List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
        for (String receipt : receipts.subList(from, Math.min(receipts.size(), from + MOST))) {
          String id = Integer.toString(entries.size());
          entries.add(
              DeleteMessageBatchRequestEntry.builder().id(id).receiptHandle(receipt).build());
        }
        var unused =
            client()
                .deleteMessageBatch(
                    request -> request.queueUrl(address.url().toString()).entries(entries));
      }
    } catch (SdkException e) {
      throw away(e);
    }
  }

  /** Made when it is needed: it keeps no connections and no threads that would have to be ended. */
  private SqsClient client() {
    if (client == null) {
      URI url = address.url();
      client =
          SqsClient.builder()
              .endpointOverride(URI.create(url.getScheme() + "://" + url.getAuthority()))
              .region(Region.of(address.region()))
              .credentialsProvider(this::key)
              .httpClientBuilder(
                  UrlConnectionHttpClient.builder()
                      .connectionTimeout(CONNECT)
                      .socketTimeout(ANSWER))
              .overrideConfiguration(all -> all.retryStrategy(AwsRetryStrategy.doNotRetry()))
              .build();
    }
    return client;
  }

  private AwsCredentials key() {
    Secrets now = secrets.get();
    return AwsBasicCredentials.create(
        now.get(AmazonFields.QUEUE_KEY_ID), now.get(AmazonFields.QUEUE_KEY));
  }

  private static ChannelException away(SdkException e) {
    return new ChannelException(Kind.RETRY, "the queue: " + e.getMessage(), PAUSE, e);
  }
}
