package kontor.connector.amazon;

import java.net.URI;
import java.util.Optional;
import kontor.connector.channel.Account;

/**
 * A queue at Amazon SQS.
 *
 * @param url {@code https://sqs.eu-west-1.amazonaws.com/123456789012/name}
 * @param region such as {@code eu-west-1}
 */
record QueueAddress(URI url, String region) {

  private static final int PARTS = 3;

  QueueAddress {
    if (url.getAuthority() == null || url.getPath().split("/").length != PARTS) {
      throw new IllegalArgumentException("not the address of a queue: '" + url + "'");
    }
  }

  /**
   * Empty when the account has no queue.
   *
   * @throws IllegalArgumentException if what it has is no address
   */
  static Optional<QueueAddress> of(Account account) {
    return account
        .find(AmazonFields.QUEUE_URL)
        .map(url -> new QueueAddress(URI.create(url), account.setting(AmazonFields.QUEUE_REGION)));
  }

  /** Its name for whoever is to write into it. */
  String arn() {
    String[] path = url.getPath().split("/");
    return "arn:aws:sqs:" + region + ":" + path[1] + ":" + path[2];
  }
}
