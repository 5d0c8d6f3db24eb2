package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Competitors' offers and the featured one; batches with a status for each part. */
class PricingTest extends AmazonTest {

  private static final String V0 = "/amazon/products/pricing/v0";
  private static final String V2 = "/amazon/batches/products/pricing/2022-05-01";
  private static final String PLACE = "?MarketplaceId=A1PA6795UKMFR9";

  private String asin = "";

  @BeforeEach
  void compete() {
    amazon.list("A b", 5, "19.99");
    asin = amazon.ledger().at("/listings/0/asin").asText();
    String offer = "{'asin':'" + asin + "','price':'18.50','shipping':'1.00'}";
    assertThat(amazon.post("/control/amazon/offers", offer).status()).isEqualTo(201);
  }

  @Test
  void theOffersOfAnArticleShowWhichIsOursAndWhichIsFeatured() {
    JsonNode offers =
        amazon
            .get(V0 + "/items/" + asin + "/offers" + PLACE + "&ItemCondition=New")
            .body()
            .path("payload");
    assertThat(offers.at("/Offers/0/IsBuyBoxWinner").asBoolean()).isTrue();
    assertThat(offers.at("/Offers/0/MyOffer").asBoolean()).isFalse();
    assertThat(offers.at("/Offers/1/MyOffer").asBoolean()).isTrue();
    assertThat(offers.at("/Summary/BuyBoxPrices/0/LandedPrice/Amount").decimalValue())
        .isEqualByComparingTo("19.50");
    assertThat(
            amazon
                .get(V0 + "/listings/A%20b/offers" + PLACE + "&ItemCondition=New")
                .body()
                .at("/payload/SKU")
                .asText())
        .isEqualTo("A b");
    amazon.delete("/control/amazon/offers/A1PA6795UKMFR9/" + asin + "/A9COMPETITOR");
    amazon.advance("PT2S");
    assertThat(
            amazon
                .get(V0 + "/items/" + asin + "/offers" + PLACE + "&ItemCondition=New")
                .body()
                .at("/payload/Offers"))
        .hasSize(1);
  }

  @Test
  void competitivePricesComeBySkuOrAsin() {
    JsonNode prices =
        amazon
            .get(V0 + "/competitivePrice" + PLACE + "&ItemType=Sku&Skus=A%20b,none")
            .body()
            .path("payload");
    assertThat(
            prices
                .at("/0/Product/CompetitivePricing/CompetitivePrices/0/belongsToRequester")
                .asBoolean())
        .isFalse();
    assertThat(prices.at("/1/status").asText()).isEqualTo("ClientError");
    amazon.advance("PT2S");
    assertThat(
            amazon.get(V0 + "/competitivePrice" + PLACE + "&ItemType=Asin&Asins=" + asin).status())
        .isEqualTo(200);
  }

  @Test
  void aBatchOfOffersHasAStatusForEachPart() {
    String part =
        "{'uri':'/products/pricing/v0/listings/%s/offers','method':'GET','MarketplaceId':'A1PA6795UKMFR9','ItemCondition':'New'}";
    String body =
        "{'requests':[" + String.format(part, "A%20b") + "," + String.format(part, "none") + "]}";
    JsonNode responses =
        amazon
            .post("/amazon/batches/products/pricing/v0/listingOffers", body)
            .body()
            .path("responses");
    assertThat(responses.at("/0/status/statusCode").asInt()).isEqualTo(200);
    assertThat(responses.at("/1/status/statusCode").asInt()).isEqualTo(400);
    String items =
        body.replace("listings/A%20b", "items/" + asin)
            .replace("listings/none", "items/B000000000");
    assertThat(
            amazon
                .post("/amazon/batches/products/pricing/v0/itemOffers", items)
                .body()
                .at("/responses/1/status/statusCode")
                .asInt())
        .isEqualTo(400);
  }

  @Test
  void thePriceToBeFeaturedIsJustBelowTheCheapestRival() {
    String part =
        "{'uri':'/products/pricing/2022-05-01/offer/featuredOfferExpectedPrice','method':'GET','marketplaceId':'A1PA6795UKMFR9','sku':'%s'}";
    String body =
        "{'requests':[" + String.format(part, "A b") + "," + String.format(part, "none") + "]}";
    JsonNode responses =
        amazon.post(V2 + "/offer/featuredOfferExpectedPrice", body).body().path("responses");
    JsonNode result = responses.at("/0/body/featuredOfferExpectedPriceResults/0");
    assertThat(result.path("resultStatus").asText()).isEqualTo("VALID_FOEP");
    assertThat(result.at("/featuredOfferExpectedPrice/listingPrice/amount").decimalValue())
        .isEqualByComparingTo("19.49");
    assertThat(responses.at("/1/body/featuredOfferExpectedPriceResults/0/resultStatus").asText())
        .isEqualTo("OFFER_NOT_FOUND");
  }

  @Test
  void aSummaryHasWhatWasAskedForAndAFailedPartInside() {
    String part =
        "{'uri':'/products/pricing/2022-05-01/items/competitiveSummary','method':'GET','marketplaceId':'A1PA6795UKMFR9','asin':'%s','includedData':['featuredBuyingOptions','lowestPricedOffers'],'lowestPricedOffersInputs':[{'itemCondition':'New','offerType':'Consumer'}]}";
    String body =
        "{'requests':["
            + String.format(part, asin)
            + ","
            + String.format(part, "B000000000")
            + "]}";
    JsonNode responses =
        amazon.post(V2 + "/items/competitiveSummary", body).body().path("responses");
    assertThat(responses.at("/0/body/lowestPricedOffers/0/offers")).hasSize(2);
    assertThat(
            responses
                .at("/0/body/featuredBuyingOptions/0/segmentedFeaturedOffers/0/sellerId")
                .asText())
        .isEqualTo("A9COMPETITOR");
    assertThat(responses.at("/1/status/statusCode").asInt()).isEqualTo(400);
  }
}
