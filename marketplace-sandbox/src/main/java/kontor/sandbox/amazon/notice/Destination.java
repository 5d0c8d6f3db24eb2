package kontor.sandbox.amazon.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Where notifications go: a queue or an event bus outside. Queues are kept in the sandbox. */
public record Destination(String destinationId, String name, ObjectNode resource) {

  private static final int ACCOUNT = 4;
  private static final int NAME = 5;

  /** {@code account/name} of the queue by its ARN; empty for an event bus. */
  Optional<String> queue() {
    String[] arn = resource.at("/sqs/arn").asText().split(":");
    return arn.length > NAME ? Optional.of(arn[ACCOUNT] + "/" + arn[NAME]) : Optional.empty();
  }
}
