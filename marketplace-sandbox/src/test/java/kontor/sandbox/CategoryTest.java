package kontor.sandbox;

import static kontor.sandbox.Caller.ITEM;
import static kontor.sandbox.Caller.OFFER;
import static kontor.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import kontor.sandbox.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Categories, their item specifics, and listings that lack them. */
class CategoryTest extends SandboxTest {

  private static final String TAXONOMY = "/ebay/commerce/taxonomy/v1";
  private static final String TREE = TAXONOMY + "/get_default_category_tree_id?marketplace_id=";
  private static final String ASPECTS =
      TAXONOMY + "/category_tree/77/get_item_aspects_for_category?category_id=";
  private static final String SHIRT =
      "'brand':'Kontor','aspects':{'Größe':['M'],'Farbe':['Grün'],'Abteilung':['Herren']}";

  @Test
  void eachSiteHasATreeAndALeafItsItemSpecifics() {
    asApplication();
    assertThat(ebay.get(TREE + "EBAY_DE").body().path("categoryTreeId").asText()).isEqualTo("77");
    JsonNode aspects = ebay.get(ASPECTS + "15687").body().path("aspects");
    assertThat(aspects.findValuesAsText("localizedAspectName")).contains("Marke", "Farbe");
    JsonNode size = aspects.get(1);
    assertThat(size.at("/aspectConstraint/aspectMode").asText()).isEqualTo("SELECTION_ONLY");
    assertThat(size.at("/aspectConstraint/aspectRequired").asBoolean()).isTrue();
    assertThat(size.findValuesAsText("localizedValue")).contains("XS", "XXL");
    assertThat(ebay.get(ASPECTS + "172009").status()).isEqualTo(204);
    assertThat(ebay.get(ASPECTS.replace("77", "3") + "15687").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "/get_default_category_tree_id, 62002",
    "/get_default_category_tree_id?marketplace_id=EBAY_XX, 62003",
    "/get_default_category_tree_id?marketplace_id=EBAY_DE&marketplaceId=EBAY_AT, 2004",
    "/category_tree/9/get_item_aspects_for_category?category_id=15687, 62004",
    "/category_tree/77/get_item_aspects_for_category?category_id=1, 62005",
    "/category_tree/77/get_item_aspects_for_category, 62006",
    "/category_tree/77/get_item_aspects_for_category?category_id=1059, 62009",
  })
  void whatCannotBeAskedIsTold(String path, int errorId) {
    asApplication();
    Answer refused = ebay.get(TAXONOMY + path);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorId()).isEqualTo(errorId);
  }

  @Test
  void itWantsATokenAndHasADaysLimit() {
    ebay.use("none");
    assertThat(ebay.get(TREE + "EBAY_DE").status()).isEqualTo(401);
    asApplication();
    ebay.post("/control/ebay/limits", json("{'taxonomyPerDay':1}"));
    assertThat(ebay.get(TREE + "EBAY_DE").status()).isEqualTo(200);
    assertThat(ebay.get(ASPECTS + "15687").status()).isEqualTo(429);
    ebay.fault("{'operation':'getDefaultCategoryTreeId','kind':'UNAVAILABLE'}");
    assertThat(ebay.get(TREE + "EBAY_DE").errorId()).isEqualTo(62000);
  }

  @Test
  void whatSaysAllThatItsCategoryWantsIsListed() {
    assertThat(publish("15687", SHIRT).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'brand':'Kontor', | `` | Marke | Das Artikelmerkmal Marke fehlt. Fügen Sie bitte Marke",
        "'Farbe':['Grün'], | `` | Farbe | Das Artikelmerkmal Farbe fehlt. Fügen Sie bitte Farbe",
        "['Grün'] | ['Grün','Rot'] | Farbe | Farbe darf nur einen Wert haben.",
        "['M'] | ['W34'] | Größe | \"W34\" ist kein gültiger Wert für Größe. Wählen Sie",
      })
  void whatItsCategoryDoesNotTakeIsNamed(String part, String other, String name, String text) {
    Answer refused = publish("15687", SHIRT.replace(part, other));
    assertThat(refused.errorId()).isEqualTo(25002);
    assertThat(refused.body().at("/errors/0/message").asText()).contains(text);
    assertThat(refused.body().at("/errors/0/parameters/2/value").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"1059", "1"})
  void aCategoryThatArticlesCannotBeInListsNothing(String category) {
    assertThat(publish(category, SHIRT).errorId()).isEqualTo(25005);
  }

  @Test
  void aListingKeepsWhatItsCategoryWants() {
    assertThat(publish("15687", SHIRT).status()).isEqualTo(200);
    put(SHIRT.replace("'Farbe':['Grün'],", ""));
    String offer = ebay.get(OFFER + "?sku=A").body().at("/offers/0/offerId").asText();
    Answer refused = ebay.put(OFFER + "/" + offer, in("15687"));
    assertThat(refused.errorId()).isEqualTo(25002);
  }

  private Answer publish(String category, String product) {
    put(product);
    String offer = ebay.post(OFFER, in(category)).body().path("offerId").asText();
    return ebay.post(OFFER + "/" + offer + "/publish", "{}");
  }

  private void put(String product) {
    String own = json(product);
    String body = Caller.itemBody(3).replace(json("'aspects':{'Farbe':['Weiß']}"), own);
    assertThat(ebay.put(ITEM + "A", body).status()).isBetween(200, 204);
  }

  private static String in(String category) {
    return Caller.offerBody("A", "19.99").replace("20490", category);
  }

  private void asApplication() {
    String scope = Caller.encode("https://api.ebay.com/oauth/api_scope");
    Answer token = ebay.tokenCall("grant_type=client_credentials&scope=" + scope);
    ebay.use(token.body().path("access_token").asText());
  }
}
