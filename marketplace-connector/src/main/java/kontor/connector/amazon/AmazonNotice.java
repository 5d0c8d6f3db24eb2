package kontor.connector.amazon;

import java.util.Locale;
import java.util.Optional;
import kontor.connector.channel.HintQueue.Hint;
import kontor.connector.channel.HintQueue.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notification of Amazon's (schemas {@code notifications}). Names are written in Pascal case in
 * most types and in camel case in newer ones, and Amazon does not promise which: both are read.
 *
 * @param id the same for a repetition; empty if it has none
 * @param type such as {@code ORDER_CHANGE}; empty if it has none
 */
record AmazonNotice(String id, String type, JsonNode payload) {

  private static final String SETTLEMENT_REPORT = "GET_V2_SETTLEMENT_REPORT";

  /** Empty when it is no JSON object. */
  static Optional<AmazonNotice> read(String text, JsonMapper json) {
    try {
      JsonNode envelope = json.readTree(text);
      return Optional.of(envelope)
          .filter(JsonNode::isObject)
          .map(
              it ->
                  new AmazonNotice(
                      text(field(it, "NotificationMetadata"), "NotificationId"),
                      text(it, "NotificationType"),
                      field(it, "Payload")));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /**
   * What is to be read because of it.
   *
   * @param sellerId whose account is asking
   * @param marketplaceId which of Amazon's sites the account sells on
   */
  Hint hint(String sellerId, String marketplaceId) {
    return switch (type) {
      case "ORDER_CHANGE" -> order(body("OrderChangeNotification"), sellerId, marketplaceId);
      case "LISTINGS_ITEM_ISSUES_CHANGE",
          "LISTINGS_ITEM_STATUS_CHANGE",
          "LISTINGS_ITEM_MFN_QUANTITY_CHANGE" ->
          about(payload, sellerId, marketplaceId, payload, Kind.LISTING, "Sku");
      case "ANY_OFFER_CHANGED" ->
          offers(body("AnyOfferChangedNotification"), sellerId, marketplaceId);
      case "PRICING_HEALTH" -> offers(payload, sellerId, marketplaceId);
      case "FEED_PROCESSING_FINISHED" -> {
        JsonNode feed = body("FeedProcessingFinishedNotification");
        yield about(feed, sellerId, marketplaceId, feed, Kind.SUBMISSION, "FeedId");
      }
      case "REPORT_PROCESSING_FINISHED" ->
          report(body("ReportProcessingFinishedNotification"), sellerId);
      default -> new Hint(type.isEmpty() ? Kind.UNREADABLE : Kind.UNKNOWN, type);
    };
  }

  /** A buyer who wants to cancel is not to be sent anything. */
  private static Hint order(JsonNode order, String sellerId, String marketplaceId) {
    JsonNode summary = field(order, "Summary");
    Hint hint = about(order, sellerId, marketplaceId, summary, Kind.ORDER, "AmazonOrderId");
    boolean wish = false;
    for (JsonNode item : field(summary, "OrderItems")) {
      wish |= flag(field(item, "IsBuyerRequestedCancel"));
    }
    return new Hint(hint.kind(), hint.subject(), hint.kind() == Kind.ORDER && wish);
  }

  private static Hint offers(JsonNode told, String sellerId, String marketplaceId) {
    JsonNode trigger = field(told, "OfferChangeTrigger");
    String asin = text(trigger, "ASIN") + text(trigger, "Asin");
    return other(told, sellerId) || elsewhere(trigger, marketplaceId)
        ? new Hint(Kind.NOTHING, "")
        : named(Kind.COMPETITION, asin);
  }

  /** Reports that we have asked for are waited for; those of settlements come by themselves. */
  private static Hint report(JsonNode report, String sellerId) {
    boolean settlement = text(report, "ReportType").startsWith(SETTLEMENT_REPORT);
    return settlement && !other(report, sellerId)
        ? new Hint(Kind.SETTLEMENT, text(report, "ReportId"))
        : new Hint(Kind.NOTHING, "");
  }

  private static Hint about(
      JsonNode told,
      String sellerId,
      String marketplaceId,
      JsonNode where,
      Kind kind,
      String subject) {
    return other(told, sellerId) || elsewhere(where, marketplaceId)
        ? new Hint(Kind.NOTHING, "")
        : named(kind, text(told, subject));
  }

  private static Hint named(Kind kind, String subject) {
    return new Hint(subject.isBlank() ? Kind.UNREADABLE : kind, subject);
  }

  /** Somebody else's; what does not say whose it is comes from our own queue. */
  private static boolean other(JsonNode told, String sellerId) {
    String seller = text(told, "SellerId");
    return !seller.isEmpty() && !seller.equals(sellerId);
  }

  /** At another of Amazon's sites; quantities and files do not say where, and hold for all. */
  private static boolean elsewhere(JsonNode told, String marketplaceId) {
    String place = text(told, "MarketplaceId");
    return !place.isEmpty() && !place.equals(marketplaceId);
  }

  /** Text as it is written: the text "false" is no yes, and neither is anything unknown. */
  private static boolean flag(JsonNode value) {
    return value.asString("").strip().equalsIgnoreCase("true");
  }

  private JsonNode body(String name) {
    return field(payload, name);
  }

  private static String text(JsonNode node, String pascal) {
    return field(node, pascal).asString("").strip();
  }

  private static JsonNode field(JsonNode node, String pascal) {
    String camel = pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    return node.has(pascal) ? node.path(pascal) : node.path(camel);
  }
}
