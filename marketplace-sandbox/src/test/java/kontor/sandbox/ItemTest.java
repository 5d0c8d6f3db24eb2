package kontor.sandbox;

import static kontor.sandbox.Caller.INVENTORY;
import static kontor.sandbox.Caller.ITEM;
import static kontor.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import kontor.sandbox.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inventory items. */
class ItemTest extends SandboxTest {

  @Test
  void aSkuWithUmlautsSlashesAndPercentSignsIsFoundAgain() {
    String sku = "Größe 1/2 +50% #A";
    assertThat(ebay.item(sku, 3).status()).isEqualTo(201);
    assertThat(ebay.item(sku, 4).status()).isEqualTo(204);
    Answer item = ebay.get(ITEM + Caller.encode(sku));
    assertThat(item.body().path("sku").asText()).isEqualTo(sku);
    assertThat(item.body().path("locale").asText()).isEqualTo("de_DE");
    assertThat(item.body().at("/product/title").asText()).isEqualTo("Größenverstellbarer Hocker");
    assertThat(item.raw().headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void aPutReplacesTheWholeItem() {
    ebay.item("A", 3);
    ebay.put(ITEM + "A", json("{'availability':{'shipToLocationAvailability':{'quantity':9}}}"));
    Answer item = ebay.get(ITEM + "A");
    assertThat(item.body().at("/availability/shipToLocationAvailability/quantity").asInt())
        .isEqualTo(9);
    assertThat(item.body().has("product")).isFalse();
  }

  @Test
  void textsNeedALanguage() {
    var bare = ebay.request(ITEM + "A").header("Content-Type", "application/json");
    Answer refused = ebay.send(bare.PUT(BodyPublishers.ofString(Caller.itemBody(1))));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorId()).isEqualTo(25604);
    assertThat(ebay.get(ITEM + "A").errorId()).isEqualTo(25702);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'farbe':'rot'} | farbe",
        "{'condition':'SHINY'} | condition",
        "{'availability':{'shipToLocationAvailability':{'quantity':-1}}} |"
            + " availability.shipToLocationAvailability.quantity",
        "{'availability':{'shipToLocationAvailability':{'quantity':'7'}}} |"
            + " availability.shipToLocationAvailability.quantity",
        "{'product':{'imageUrls':['http://shop.example/a.png']}} | product.imageUrls[0]",
        "[] | ''",
      })
  void aWrongFieldIsNamedAndNothingIsStored(String body, String field) {
    Answer refused = ebay.put(ITEM + "A", body.startsWith("{") ? body.replace('\'', '"') : body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorId()).isEqualTo(25709);
    assertThat(refused.body().at("/errors/0/parameters/0/value").asText()).isEqualTo(field);
    assertThat(ebay.get(ITEM + "A").status()).isEqualTo(404);
  }

  @Test
  void brokenJsonAWrongTypeOfBodyAndALongSkuAreRefused() {
    assertThat(ebay.put(ITEM + "A", "{\"condition\":").errorId()).isEqualTo(25709);
    assertThat(ebay.put(ITEM + "A", json("{'condition':'NEW','condition':'NEW'}")).errorId())
        .isEqualTo(25709);
    assertThat(ebay.item("S".repeat(51), 1).status()).isEqualTo(400);
    var form = ebay.request(ITEM + "A").header("Content-Language", "de-DE");
    assertThat(ebay.send(form.PUT(BodyPublishers.ofString("{}"))).status()).isEqualTo(415);
  }

  @Test
  void aStarAsLanguageToAnswerInIsRefused() {
    Answer refused = ebay.send(ebay.request(ITEM + "A").header("Accept-Language", "*"));
    assertThat(refused.errorId()).isEqualTo(25709);
  }

  @Test
  void theListCountsPages() {
    for (int i = 0; i < 5; i++) {
      ebay.item("S" + i, i);
    }
    Answer page = ebay.get(INVENTORY + "/inventory_item?limit=2&offset=2");
    assertThat(page.body().path("total").asInt()).isEqualTo(5);
    assertThat(page.body().at("/inventoryItems/0/sku").asText()).isEqualTo("S4");
    assertThat(page.body().has("next")).isFalse();
    assertThat(page.body().path("prev").asText()).contains("offset=1");
    assertThat(ebay.get(INVENTORY + "/inventory_item?limit=x").status()).isEqualTo(400);
  }

  @Test
  void inABulkEachPartStandsAlone() {
    String good = Caller.itemBody(2).replaceFirst("\\{", "{\"sku\":\"A\",\"locale\":\"de_DE\",");
    String bad = json("{'sku':'B','locale':'de_DE','condition':'SHINY'}");
    String mute = json("{'sku':'C','condition':'NEW'}");
    Answer answer =
        ebay.post(
            INVENTORY + "/bulk_create_or_replace_inventory_item",
            "{\"requests\":[" + good + "," + bad + "," + mute + "]}");
    assertThat(answer.status()).isEqualTo(207);
    assertThat(answer.body().findValuesAsText("statusCode")).containsExactly("201", "400", "400");
    assertThat(answer.body().at("/responses/2/errors/0/errorId").asInt()).isEqualTo(25604);
    assertThat(ebay.get(ITEM + "A").status()).isEqualTo(200);
    assertThat(ebay.get(ITEM + "B").status()).isEqualTo(404);
  }

  @Test
  void aDeletedItemTakesItsOffersWithIt() {
    String offer = ebay.offer("A", 3, "19.99");
    assertThat(ebay.call("DELETE", ITEM + "A", "").status()).isEqualTo(204);
    assertThat(ebay.get(Caller.OFFER + "/" + offer).errorId()).isEqualTo(25713);
  }
}
