package kontor.sandbox;

import static kontor.sandbox.Caller.INVENTORY;
import static kontor.sandbox.Caller.OFFER;
import static kontor.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import kontor.sandbox.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offers and the listings that they become. */
class OfferTest extends SandboxTest {

  @Test
  void aSecondOfferForTheSamePlaceNamesTheFirst() {
    String offer = ebay.offer("A", 3, "19.99");
    Answer again = ebay.post(OFFER, Caller.offerBody("A", "19.99"));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body().at("/errors/0/parameters/0/value").asText()).isEqualTo(offer);
    Answer found = ebay.get(OFFER + "?sku=A");
    assertThat(found.body().at("/offers/0/offerId").asText()).isEqualTo(offer);
    assertThat(found.body().at("/offers/0/status").asText()).isEqualTo("UNPUBLISHED");
    assertThat(ebay.get(OFFER).status()).isEqualTo(400);
    assertThat(ebay.get(OFFER + "?sku=B").status()).isEqualTo(404);
  }

  @Test
  void anOfferNeedsAnItemAndItsThreeNames() {
    assertThat(ebay.post(OFFER, Caller.offerBody("nowhere", "1.00")).errorId()).isEqualTo(25702);
    Answer nameless = ebay.post(OFFER, json("{'sku':'A'}"));
    assertThat(nameless.body().path("errors")).hasSize(2);
  }

  @Test
  void publishingWantsABodyAndMayBeRepeated() {
    String path = OFFER + "/" + ebay.offer("A", 3, "19.99") + "/publish";
    var empty = ebay.request(path).POST(BodyPublishers.noBody());
    assertThat(ebay.send(empty).status()).isEqualTo(411);
    Answer first = ebay.post(path, "{}");
    Answer second = ebay.post(path, "{}");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body().path("listingId")).isEqualTo(first.body().path("listingId"));
    assertThat(second.body().at("/warnings/0/errorId").asInt()).isEqualTo(25402);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'merchantLocationKey':'lager' | 'merchantLocationKey':'mond' | 25012",
        "'value':'19.99' | 'value':'0.00' | 25003",
        "'categoryId':'20490', | `` | 25005",
        "'fulfillmentPolicyId':'1', | `` | 25007",
        "'paymentPolicyId':'2', | `` | 25008",
        "'returnPolicyId':'3' | 'eBayPlusIfEligible':false | 25009",
      })
  void whatAListingLacksIsTold(String part, String otherwise, int errorId) {
    ebay.item("A", 3);
    String body = Caller.offerBody("A", "19.99").replace('"', '\'').replace(part, otherwise);
    String offer = ebay.post(OFFER, json(body)).body().path("offerId").asText();
    Answer refused = ebay.post(OFFER + "/" + offer + "/publish", "{}");
    assertThat(refused.errorId()).isEqualTo(errorId);
  }

  @Test
  void nothingToSellIsNotListedAtFirst() {
    String offer = ebay.offer("A", 0, "19.99");
    assertThat(ebay.post(OFFER + "/" + offer + "/publish", "{}").errorId()).isEqualTo(25004);
  }

  @Test
  void soldOutKeepsTheListing() {
    String listing = ebay.list("A", 3, "19.99");
    ebay.item("A", 0);
    Answer soldOut = ebay.get(OFFER + "?sku=A");
    assertThat(soldOut.body().at("/offers/0/listing/listingStatus").asText())
        .isEqualTo("OUT_OF_STOCK");
    ebay.item("A", 2);
    Answer back = ebay.get(OFFER + "?sku=A");
    assertThat(back.body().at("/offers/0/listing/listingId").asText()).isEqualTo(listing);
    assertThat(back.body().at("/offers/0/listing/listingStatus").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void aListingThatWasEndedComesBackAsANewOne() {
    String listing = ebay.list("A", 3, "19.99");
    String offer = ebay.get(OFFER + "?sku=A").body().at("/offers/0/offerId").asText();
    Answer ended = ebay.post(OFFER + "/" + offer + "/withdraw", "");
    assertThat(ended.body().path("listingId").asText()).isEqualTo(listing);
    assertThat(ebay.post(OFFER + "/" + offer + "/withdraw", "").status()).isEqualTo(404);
    Answer again = ebay.post(OFFER + "/" + offer + "/publish", "{}");
    assertThat(again.body().path("listingId").asText()).isNotEqualTo(listing);
  }

  @Test
  void anUpdateReplacesTheOfferAndCannotRenameIt() {
    String path = OFFER + "/" + ebay.offer("A", 3, "19.99");
    assertThat(ebay.put(path, json("{'categoryId':'1'}")).status()).isEqualTo(200);
    assertThat(ebay.get(path).body().has("pricingSummary")).isFalse();
    assertThat(ebay.put(path, json("{'sku':'B'}")).errorId()).isEqualTo(25709);
    assertThat(ebay.put(path, Caller.offerBody("A", "5.00")).status()).isEqualTo(200);
    ebay.post(path + "/publish", "{}");
    assertThat(ebay.put(path, json("{'categoryId':'1'}")).errorId()).isEqualTo(25003);
    assertThat(ebay.get(path).body().at("/pricingSummary/price/value").asText()).isEqualTo("5.00");
  }

  @Test
  void manyArePublishedInOneCall() {
    String one = ebay.offer("A", 3, "19.99");
    Answer answer =
        ebay.post(
            INVENTORY + "/bulk_publish_offer",
            json("{'requests':[{'offerId':'" + one + "'},{'offerId':'99'}]}"));
    assertThat(answer.status()).isEqualTo(207);
    assertThat(answer.body().findValuesAsText("statusCode")).containsExactly("200", "404");
  }

  @Test
  void aListingCanBeRevisedSoOftenADay() {
    ebay.list("A", 3, "19.99");
    ebay.post("/control/ebay/limits", json("{'revisionsPerListing':2}"));
    assertThat(ebay.item("A", 4).status()).isEqualTo(204);
    assertThat(ebay.item("A", 5).status()).isEqualTo(204);
    assertThat(ebay.item("A", 6).errorId()).isEqualTo(25002);
    ebay.post("/control/clock", "{\"advance\":\"PT25H\"}");
    assertThat(ebay.signIn().item("A", 6).status()).isEqualTo(204);
  }

  @Test
  void aLocationHasOneKey() {
    String body = json("{'location':{'address':{'country':'DE','postalCode':'10115'}}}");
    assertThat(ebay.post(INVENTORY + "/location/zwei", body).status()).isEqualTo(204);
    assertThat(ebay.post(INVENTORY + "/location/zwei", body).status()).isEqualTo(409);
    assertThat(ebay.get(INVENTORY + "/location").body().path("total").asInt()).isEqualTo(2);
    assertThat(ebay.post(INVENTORY + "/location/drei", "{}").status()).isEqualTo(400);
    ebay.post(INVENTORY + "/location/zwei/disable", "");
    Answer location = ebay.get(INVENTORY + "/location/zwei");
    assertThat(location.body().path("merchantLocationStatus").asText()).isEqualTo("DISABLED");
  }
}
