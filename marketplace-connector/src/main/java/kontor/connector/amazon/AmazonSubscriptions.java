package kontor.connector.amazon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Has Amazon write into the account's queue (Notifications v1). A seller has one subscription of a
 * type, so one that leads elsewhere is replaced. Destinations, and subscriptions by their id, are
 * the application's. What Amazon refuses is left for an hour: it is no reason to stop working for
 * the account.
 */
final class AmazonSubscriptions {

  /** Of the application's token. */
  static final String SCOPE = "sellingpartnerapi::notifications";

  private static final Logger LOG = LoggerFactory.getLogger(AmazonSubscriptions.class);
  private static final String BASE = "/notifications/v1";
  private static final Duration LOOK_EVERY = Duration.ofHours(1);

  /** By type: the version of what is told. */
  private static final Map<String, String> TYPES =
      Map.of(
          "ORDER_CHANGE", "1.0",
          "LISTINGS_ITEM_ISSUES_CHANGE", "1.0",
          "LISTINGS_ITEM_STATUS_CHANGE", "1.0",
          "LISTINGS_ITEM_MFN_QUANTITY_CHANGE", "1.0",
          "ANY_OFFER_CHANGED", "1.0",
          "PRICING_HEALTH", "1.0",
          "FEED_PROCESSING_FINISHED", "2020-09-04",
          "REPORT_PROCESSING_FINISHED", "2020-09-04");

  /** Offers of an article may change many times a minute; the last state is what counts. */
  private static final Map<String, Object> AGGREGATED =
      Map.of(
          "eventFilter",
          Map.of(
              "eventFilterType",
              "ANY_OFFER_CHANGED",
              "aggregationSettings",
              Map.of("aggregationTimePeriod", "FiveMinutes")));

  private final AmazonClient seller;
  private final AmazonClient application;
  private final String arn;
  private final Clock clock;
  private final Map<String, Instant> looked = new HashMap<>();

  AmazonSubscriptions(AmazonClient seller, AmazonClient application, String arn, Clock clock) {
    this.seller = seller;
    this.application = application;
    this.arn = arn;
    this.clock = clock;
  }

  /** What our own limits interrupt goes on the next time where it stopped. */
  void ensure() {
    Instant due = clock.instant().minus(LOOK_EVERY);
    List<String> types =
        TYPES.keySet().stream()
            .filter(type -> !looked.getOrDefault(type, Instant.MIN).isAfter(due))
            .sorted()
            .toList();
    if (types.isEmpty()) {
      return;
    }
    Optional<String> destination = allowed("the queue as destination", this::destination);
    for (String type : types) {
      destination.ifPresent(to -> allowed(type, () -> subscribe(type, to)));
      looked.put(type, clock.instant());
    }
  }

  private interface Step {
    String take();
  }

  /** Empty when Amazon refuses. */
  private static Optional<String> allowed(String what, Step step) {
    try {
      return Optional.of(step.take());
    } catch (ChannelException e) {
      if (e.kind() != Kind.REFUSED && e.kind() != Kind.UNAUTHORISED) {
        throw e;
      }
      LOG.warn("Amazon does not tell of {}: {}", what, e.getMessage());
      return Optional.empty();
    }
  }

  private String destination() {
    JsonNode known = application.get(AmazonLimits.GET_DESTINATIONS, BASE + "/destinations");
    return StreamSupport.stream(known.path("payload").spliterator(), false)
        .filter(one -> one.at("/resource/sqs/arn").asString("").equals(arn))
        .map(one -> one.path("destinationId").asString())
        .findFirst()
        .orElseGet(this::createDestination);
  }

  private String createDestination() {
    Map<String, Object> body =
        Map.of(
            "name",
            "kontor-" + arn.substring(arn.lastIndexOf(':') + 1),
            "resourceSpecification",
            Map.of("sqs", Map.of("arn", arn)));
    return application
        .send(AmazonLimits.CREATE_DESTINATION, "POST", BASE + "/destinations", body)
        .at("/payload/destinationId")
        .asString();
  }

  private String subscribe(String type, String destination) {
    String path = BASE + "/subscriptions/" + type;
    Optional<JsonNode> known =
        seller.find(AmazonLimits.GET_SUBSCRIPTION, path).map(answer -> answer.path("payload"));
    if (known.filter(one -> leads(one, destination)).isPresent()) {
      return destination;
    }
    known.ifPresent(
        one -> {
          String id = one.path("subscriptionId").asString();
          LOG.info("subscription {} to {} led elsewhere and is replaced", id, type);
          var unused = application.remove(AmazonLimits.DELETE_SUBSCRIPTION, path + "/" + id);
        });
    Map<String, Object> body = new HashMap<>();
    body.put("payloadVersion", TYPES.get(type));
    body.put("destinationId", destination);
    if (type.equals("ANY_OFFER_CHANGED")) {
      body.put("processingDirective", AGGREGATED);
    }
    var unused = seller.send(AmazonLimits.CREATE_SUBSCRIPTION, "POST", path, body);
    return destination;
  }

  private static boolean leads(JsonNode subscription, String destination) {
    return subscription.path("destinationId").asString("").equals(destination);
  }
}
