package kontor.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kontor.connector.channel.HintQueue.Hint;
import kontor.connector.channel.HintQueue.Kind;
import kontor.sandbox.document.Json;
import kontor.sandbox.document.Schemas;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What notifications of each type lead to; Amazon's own documents lie beside the repository. */
class AmazonNoticeTest {

  private static final Path SCHEMAS = Path.of("../../shared/specs/amazon/schemas/notifications");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SELLER = "A3TH9S8BH6GOGM";
  private static final String PLACE = "A1PA6795UKMFR9";

  private static final String ORDER =
      pascal(
          "ORDER_CHANGE",
          "1.0",
          "{'OrderChangeNotification':{'NotificationLevel':'OrderLevel','SellerId':'"
              + SELLER
              + "','AmazonOrderId':'903-8868176-2219830','OrderChangeType':'OrderStatusChange',"
              + "'OrderChangeTrigger':{'TimeOfOrderChange':'2026-11-01T10:00:00.000Z',"
              + "'ChangeReason':'Order Status Change'},'Summary':{'MarketplaceId':'"
              + PLACE
              + "','OrderStatus':'Unshipped','PurchaseDate':'2026-11-01T10:00:00.000Z',"
              + "'DestinationPostalCode':'10115','FulfillmentType':'MFN',"
              + "'OrderType':'StandardOrder','NumberOfItemsShipped':0,'NumberOfItemsUnshipped':1,"
              + "'OrderItems':[{'OrderItemId':'1','SellerSKU':'LAMP','SupplySourceId':'s',"
              + "'Quantity':1,'QuantityShipped':0,'IsBuyerRequestedCancel':false}]}}}");
  private static final String LISTING =
      "{'SellerId':'" + SELLER + "','MarketplaceId':'" + PLACE + "','Asin':'B1','Sku':'LAMP',";

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "OrderChangeNotification",
          ORDER,
          "ListingsItemIssuesChangeNotification",
          issues("1.0"),
          "ListingsItemIssuesChangeNotification_2023-12-13",
          issues("2023-12-13"),
          "ListingsItemMfnQuantityChange",
          pascal(
              "LISTINGS_ITEM_MFN_QUANTITY_CHANGE",
              "1.0",
              "{'SellerId':'"
                  + SELLER
                  + "','FulfillmentChannelCode':'DEFAULT','Sku':'LAMP','Quantity':3}"),
          "FeedProcessingFinishedNotification",
          camel(
              "FEED_PROCESSING_FINISHED",
              "{'feedProcessingFinishedNotification':{'sellerId':'"
                  + SELLER
                  + "','accountId':'a','feedId':'53','feedType':'JSON_LISTINGS_FEED',"
                  + "'processingStatus':'DONE','resultFeedDocumentId':'d'}}"),
          "ReportProcessingFinishedNotification",
          camel(
              "REPORT_PROCESSING_FINISHED",
              "{'reportProcessingFinishedNotification':{'sellerId':'"
                  + SELLER
                  + "','accountId':'a','reportId':'54','reportType':"
                  + "'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2','processingStatus':'DONE',"
                  + "'reportDocumentId':'d'}}"));

  @Test
  void eachTypeSaysWhatToRead() {
    assertThat(hint(ORDER)).isEqualTo(new Hint(Kind.ORDER, "903-8868176-2219830"));
    Hint lamp = new Hint(Kind.LISTING, "LAMP");
    assertThat(hint(issues("1.0"))).isEqualTo(lamp);
    assertThat(hint(issues("2023-12-13"))).isEqualTo(lamp);
    assertThat(example("ListingsItemMfnQuantityChange")).isEqualTo(lamp);
    assertThat(hint(pascal("LISTINGS_ITEM_STATUS_CHANGE", "1.0", LISTING + "'Status':[]}")))
        .isEqualTo(lamp);
    assertThat(example("FeedProcessingFinishedNotification"))
        .isEqualTo(new Hint(Kind.SUBMISSION, "53"));
    assertThat(example("ReportProcessingFinishedNotification"))
        .isEqualTo(new Hint(Kind.SETTLEMENT, "54"));
    Hint offers = new Hint(Kind.COMPETITION, "B1");
    assertThat(hint(pascal("ANY_OFFER_CHANGED", "1.0", offers("AnyOfferChangedNotification"))))
        .isEqualTo(offers);
    String health =
        "{'sellerId':'%s','offerChangeTrigger':{'marketplaceId':'%s','asin':'B1'}}"
            .formatted(SELLER, PLACE);
    assertThat(hint(camel("PRICING_HEALTH", health))).isEqualTo(offers);
  }

  @Test
  void aTypeMayBeWrittenInTheOtherCaseAsWell() {
    for (String one : EXAMPLES.values()) {
      Hint hint = hint(one);
      assertThat(hint.kind()).isNotIn(Kind.UNKNOWN, Kind.UNREADABLE, Kind.NOTHING);
      assertThat(hint(otherCase(one))).isEqualTo(hint);
    }
  }

  @Test
  void fault24AFlagThatIsTextIsReadAsWhatItSays() {
    assertThat(hint(wish("false"))).extracting(Hint::urgent).isEqualTo(false);
    assertThat(hint(wish("'false'"))).extracting(Hint::urgent).isEqualTo(false);
    assertThat(hint(wish("''"))).extracting(Hint::urgent).isEqualTo(false);
    assertThat(hint(wish("null"))).extracting(Hint::urgent).isEqualTo(false);
    assertThat(hint(wish("'no'"))).extracting(Hint::urgent).isEqualTo(false);
    assertThat(hint(wish("true"))).extracting(Hint::urgent).isEqualTo(true);
    assertThat(hint(wish("'true'"))).extracting(Hint::urgent).isEqualTo(true);
  }

  @Test
  void whatIsAboutAnotherSellerOrAnotherSiteIsNotRead() {
    assertThat(hint(ORDER.replace(SELLER, "OTHER")).kind()).isEqualTo(Kind.NOTHING);
    assertThat(hint(ORDER.replace(PLACE, "A13V1IB3VIYZZH")).kind()).isEqualTo(Kind.NOTHING);
    assertThat(hint(issues("1.0").replace(PLACE, "A13V1IB3VIYZZH")).kind()).isEqualTo(Kind.NOTHING);
  }

  @Test
  void whatNobodyKnowsOrCanReadIsToldApart() {
    assertThat(hint(pascal("BRANDED_ITEM_CONTENT_CHANGE", "1.0", "{}")))
        .isEqualTo(new Hint(Kind.UNKNOWN, "BRANDED_ITEM_CONTENT_CHANGE"));
    assertThat(hint(ORDER.replace("'AmazonOrderId'", "'OrderNumber'")).kind())
        .isEqualTo(Kind.UNREADABLE);
    assertThat(hint("{}").kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(hint("{'Payload':'x','NotificationType':'ORDER_CHANGE'}").kind())
        .isEqualTo(Kind.UNREADABLE);
    for (String broken : List.of("", "[]", "'text'", "{'a':", "null")) {
      assertThat(AmazonNotice.read(broken.replace('\'', '"'), JSON)).as(broken).isEmpty();
    }
  }

  @Test
  void ourExamplesAreWhatAmazonsSchemasAllowAndTheirsAreRead() throws Exception {
    Assumptions.assumeTrue(
        Files.isDirectory(SCHEMAS), "Amazon's documents are not in " + SCHEMAS.toAbsolutePath());
    for (Map.Entry<String, String> one : EXAMPLES.entrySet()) {
      Path file = SCHEMAS.resolve(one.getKey() + ".json");
      var schema = Schemas.compile(Json.parse(Files.readString(file)), JsonMetaSchema.getV7());
      assertThat(schema.validate(Json.parse(one.getValue().replace('\'', '"'))))
          .extracting(ValidationMessage::getMessage)
          .as(one.getKey())
          .isEmpty();
    }
    int read = 0;
    try (var files = Files.list(SCHEMAS)) {
      for (Path file : files.toList()) {
        for (JsonNode example : JSON.readTree(Files.readString(file)).path("examples")) {
          AmazonNotice notice = AmazonNotice.read(example.toString(), JSON).orElseThrow();
          assertThat(notice.id()).as(file.toString()).isNotEmpty();
          assertThat(notice.hint("", "").kind())
              .as(file.toString())
              .isNotIn(Kind.UNKNOWN, Kind.UNREADABLE);
          read++;
        }
      }
    }
    assertThat(read).isGreaterThanOrEqualTo(9);
  }

  private static Hint hint(String text) {
    return AmazonNotice.read(text.replace('\'', '"'), JSON).orElseThrow().hint(SELLER, PLACE);
  }

  private static Hint example(String schema) {
    return hint(String.valueOf(EXAMPLES.get(schema)));
  }

  private static String wish(String value) {
    return ORDER.replace("'IsBuyerRequestedCancel':false", "'IsBuyerRequestedCancel':" + value);
  }

  private static String issues(String version) {
    return pascal(
        "LISTINGS_ITEM_ISSUES_CHANGE",
        version,
        LISTING + "'Severities':['ERROR'],'EnforcementActions':['SEARCH_SUPPRESSED']}");
  }

  private static String offers(String name) {
    return ("{'%s':{'SellerId':'%s','OfferChangeTrigger':{'MarketplaceId':'%s','ASIN':'B1',"
            + "'ItemCondition':'New'}}}")
        .formatted(name, SELLER, PLACE);
  }

  private static String pascal(String type, String version, String payload) {
    return ("{'NotificationVersion':'1.0','NotificationType':'%s','PayloadVersion':'%s',"
            + "'EventTime':'2026-11-01T10:00:00.000Z','Payload':%s,'NotificationMetadata':"
            + "{'ApplicationId':'a','SubscriptionId':'s',"
            + "'PublishTime':'2026-11-01T10:00:00.000Z','NotificationId':'n-1'}}")
        .formatted(type, version, payload);
  }

  private static String camel(String type, String payload) {
    return ("{'notificationVersion':'2020-09-04','notificationType':'%s',"
            + "'payloadVersion':'2020-09-04','eventTime':'2026-11-01T10:00:00.000Z','payload':%s,"
            + "'notificationMetadata':{'applicationId':'a','subscriptionId':'s',"
            + "'publishTime':'2026-11-01T10:00:00.000Z','notificationId':'n-1'}}")
        .formatted(type, payload);
  }

  /** Every name begins with the other case; values stay. */
  private static String otherCase(String text) {
    return java.util.regex.Pattern.compile("'(\\w)(\\w*)':")
        .matcher(text)
        .replaceAll(
            name -> {
              char first = name.group(1).charAt(0);
              char other =
                  Character.isUpperCase(first)
                      ? Character.toLowerCase(first)
                      : Character.toUpperCase(first);
              return "'" + other + name.group(2) + "':";
            });
  }
}
