package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Listings: accepted, applied, and what comes later. */
class ListingTest extends AmazonTest {

  private static final String STOCK =
      "{'op':'merge','path':'/attributes/fulfillment_availability',"
          + "'value':[{'fulfillment_channel_code':'DEFAULT','quantity':7}]}";

  private static String price(String value) {
    return "{'op':'replace','path':'/attributes/purchasable_offer','value':[{'currency':'EUR',"
        + "'our_price':[{'schedule':[{'value_with_tax':"
        + value
        + "}]}]}]}";
  }

  @Test
  void acceptedIsNotAppliedYet() {
    AmazonCaller.Answer put =
        amazon.putItem("Ä 1/50%", AmazonCaller.attributes("19.99", 5, "4006381333931"));
    assertThat(put.body().path("status").asText()).isEqualTo("ACCEPTED");
    assertThat(amazon.item("Ä 1/50%", "summaries").status()).isEqualTo(404);
    amazon.advance("PT2S");
    JsonNode item =
        amazon
            .item("Ä 1/50%", "summaries,offers,fulfillmentAvailability,attributes,productTypes")
            .body();
    assertThat(item.path("sku").asText()).isEqualTo("Ä 1/50%");
    assertThat(item.at("/summaries/0/status")).hasToString("[\"BUYABLE\",\"DISCOVERABLE\"]");
    assertThat(item.at("/summaries/0/asin").asText()).matches("B0[0-9A-Z]{8}");
    assertThat(item.at("/offers/0/price/amount").asText()).isEqualTo("19.99");
    assertThat(item.at("/fulfillmentAvailability/0/quantity").asInt()).isEqualTo(5);
    assertThat(item.at("/attributes/item_name/0/language_tag").asText()).isEqualTo("de_DE");
  }

  @Test
  void aSkuIsEncodedExactlyOnce() {
    amazon.list("A/B", 1, "1.00");
    String twice = AmazonCaller.encode(AmazonCaller.encode("A/B"));
    assertThat(amazon.get(AmazonCaller.ITEMS + "/" + twice + "?" + AmazonCaller.PLACE).status())
        .isEqualTo(404);
  }

  @Test
  void anInvalidSubmissionIsHttp200AndChangesNothing() {
    AmazonCaller.Answer put = amazon.putItem("A", "{'brand':[{'value':'Kontor'}]}");
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.body().path("status").asText()).isEqualTo("INVALID");
    assertThat(put.body().path("issues").findValuesAsText("code")).contains("90220");
    amazon.list("A", 5, "19.99");
    AmazonCaller.Answer patch = amazon.patchItem("A", price("-1"));
    assertThat(patch.body().path("status").asText()).isEqualTo("INVALID");
    assertThat(patch.body().at("/issues/0/categories/0").asText()).isEqualTo("INVALID_PRICE");
    amazon.advance("PT2S");
    assertThat(amazon.item("A", "offers").body().at("/offers/0/price/amount").asText())
        .isEqualTo("19.99");
    assertThat(amazon.patchItem("unknown", STOCK).body().at("/issues/0/code").asText())
        .isEqualTo("13013");
  }

  @Test
  void mergeKeepsTheLeadTimeReplaceDropsItAndAMissingChannelIsInvalid() {
    amazon.list("A", 5, "19.99").patchItem("A", STOCK);
    amazon.advance("PT2S");
    JsonNode entry = availability();
    assertThat(entry.path("quantity").asInt()).isEqualTo(7);
    assertThat(entry.path("lead_time_to_ship_max_days").asInt()).isEqualTo(3);
    amazon.patchItem("A", STOCK.replace("merge", "replace"));
    amazon.advance("PT2S");
    assertThat(availability().has("lead_time_to_ship_max_days")).isFalse();
    String without = STOCK.replace("'fulfillment_channel_code':'DEFAULT',", "");
    assertThat(amazon.patchItem("A", without).body().path("status").asText()).isEqualTo("INVALID");
  }

  private JsonNode availability() {
    return amazon.item("A", "attributes").body().at("/attributes/fulfillment_availability/0");
  }

  @Test
  void aPatchDeletesAnEntryOrAWholeAttribute() {
    amazon.list("A", 5, "19.99");
    String audience = price("18").replace("'currency'", "'audience':'B2B','currency'");
    amazon.patchItem("A", audience.replace("replace", "add"));
    amazon.advance("PT2S");
    assertThat(amazon.item("A", "offers").body().path("offers")).hasSize(2);
    amazon.patchItem(
        "A",
        "{'op':'delete','path':'/attributes/purchasable_offer','value':[{'audience':'B2B','currency':'EUR'}]}");
    amazon.advance("PT2S");
    assertThat(amazon.item("A", "offers").body().path("offers")).hasSize(1);
    amazon.patchItem("A", "{'op':'delete','path':'/attributes/purchasable_offer'}");
    amazon.advance("PT2S");
    assertThat(amazon.item("A", "summaries").body().at("/summaries/0/status").toString())
        .isEqualTo("[\"DISCOVERABLE\"]");
  }

  @Test
  void aPreviewSaysValidAndChangesNothing() {
    String path = AmazonCaller.ITEMS + "/A?mode=VALIDATION_PREVIEW&" + AmazonCaller.PLACE;
    String body =
        "{'productType':'HOME','attributes':"
            + AmazonCaller.attributes("1", 1, "4006381333931")
            + "}";
    assertThat(amazon.call("PUT", path, body).body().path("status").asText()).isEqualTo("VALID");
    amazon.advance("PT1M");
    assertThat(amazon.item("A", "summaries").status()).isEqualTo(404);
  }

  @Test
  void anIssueMayComeWhenTheChangeTakesEffect() {
    amazon.list("A", 5, "19.99");
    amazon.post("/control/amazon/issues", "{'sku':'A','when':'LATE','category':'INVALID_PRICE'}");
    assertThat(amazon.patchItem("A", price("5")).body().path("status").asText())
        .isEqualTo("ACCEPTED");
    amazon.advance("PT2S");
    JsonNode item = amazon.item("A", "summaries,issues,offers").body();
    assertThat(item.at("/issues/0/categories/0").asText()).isEqualTo("INVALID_PRICE");
    assertThat(item.at("/offers/0/price/amount").asText()).isEqualTo("19.99");
    assertThat(item.at("/summaries/0/status").toString()).doesNotContain("BUYABLE");
    amazon.patchItem("A", price("18"));
    amazon.advance("PT2S");
    assertThat(amazon.item("A", "issues").body().path("issues")).isEmpty();
    amazon.post("/control/amazon/issues", "{'sku':'A','when':'SUBMISSION'}");
    assertThat(amazon.patchItem("A", price("5")).body().path("status").asText())
        .isEqualTo("INVALID");
  }

  @Test
  void amazonsStockIsNeverTheSellers() {
    amazon.list("A", 6, "19.99");
    amazon.post("/control/amazon/stock", "{'sku':'A','quantity':40}");
    amazon.patchItem("A", STOCK);
    amazon.advance("PT2S");
    JsonNode shown =
        amazon.item("A", "fulfillmentAvailability").body().path("fulfillmentAvailability");
    assertThat(shown)
        .hasToString(
            AmazonCaller.json(
                "[{'fulfillmentChannelCode':'DEFAULT','quantity':7},"
                    + "{'fulfillmentChannelCode':'AMAZON_EU','quantity':40}]"));
    amazon.purchase("{'sku':'A','quantity':3,'fulfilledBy':'AMAZON'}");
    assertThat(amazon.ledger().at("/listings/0/stored").asInt()).isEqualTo(37);
    assertThat(amazon.ledger().at("/listings/0/quantity").asInt()).isEqualTo(7);
  }

  @Test
  void theSameGtinIsTheSameArticle() {
    amazon.list("A", 1, "1.00").list("B", 1, "2.00");
    amazon.putItem("C", AmazonCaller.attributes("3.00", 1, "4006381333948"));
    amazon.advance("PT2S");
    JsonNode listings = amazon.ledger().path("listings");
    assertThat(listings.at("/0/asin")).isEqualTo(listings.at("/1/asin"));
    assertThat(listings.at("/2/asin")).isNotEqualTo(listings.at("/0/asin"));
  }

  @Test
  void quantityZeroPausesAndDeleteRemoves() {
    amazon.list("A", 5, "19.99").patchItem("A", STOCK.replace("7", "0"));
    amazon.advance("PT2S");
    assertThat(amazon.item("A", "summaries").body().at("/summaries/0/status").toString())
        .isEqualTo("[\"DISCOVERABLE\"]");
    amazon.delete(AmazonCaller.ITEMS + "/A?" + AmazonCaller.PLACE);
    amazon.advance("PT2S");
    assertThat(amazon.item("A", "summaries").status()).isEqualTo(404);
  }

  @Test
  void aSearchGoesFromPageToPage() {
    for (String sku : List.of("A", "B", "C")) {
      amazon.putItem(sku, AmazonCaller.attributes("1.00", 1, "4006381333931"));
    }
    amazon.advance("PT2S");
    String path = AmazonCaller.ITEMS + "?pageSize=2&sortBy=sku&sortOrder=ASC&" + AmazonCaller.PLACE;
    JsonNode first = amazon.get(path).body();
    assertThat(first.path("numberOfResults").asInt()).isEqualTo(3);
    assertThat(first.path("items").findValuesAsText("sku")).containsExactly("A", "B");
    String token = AmazonCaller.encode(first.at("/pagination/nextToken").asText());
    JsonNode second = amazon.get(path + "&pageToken=" + token).body();
    assertThat(second.path("items").findValuesAsText("sku")).containsExactly("C");
    assertThat(second.at("/pagination/nextToken").isMissingNode()).isTrue();
    String some = "&identifiers=A,C&identifiersType=SKU";
    assertThat(amazon.get(path + some).body().path("items")).hasSize(2);
    assertThat(amazon.get(path + some + "&pageToken=" + token).status()).isEqualTo(400);
  }
}
