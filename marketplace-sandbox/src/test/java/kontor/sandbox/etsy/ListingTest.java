package kontor.sandbox.etsy;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.sandbox.etsy.EtsyCaller.Answer;
import org.junit.jupiter.api.Test;

/** Listings, pictures and inventory. */
class ListingTest extends EtsyTest {

  private static final String LISTINGS = EtsyCaller.SHOP + "/listings";

  @Test
  void aDraftNeedsAPictureToBeActiveAndIsFoundByItsState() {
    String id = etsy.form("POST", LISTINGS, EtsyCaller.DRAFT).at("/listing_id");
    assertThat(etsy.get(LISTINGS + "?state=draft").at("/results/0/listing_id")).isEqualTo(id);
    assertThat(etsy.form("PATCH", LISTINGS + "/" + id, "state=active").error()).contains("image");
    assertThat(etsy.upload(id, "no picture").error()).startsWith("image:");
    assertThat(etsy.upload(id, "\u0089PNG").at("/rank")).isEqualTo("1");
    Answer active = etsy.form("PATCH", LISTINGS + "/" + id, "state=active&title=Neu");
    assertThat(active.at("/state")).isEqualTo("active");
    assertThat(active.at("/title")).isEqualTo("Neu");
    assertThat(active.at("/description")).isEqualTo("Eine Lampe");
    assertThat(etsy.get(LISTINGS + "?state=draft").at("/count")).isEqualTo("0");
    assertThat(etsy.get("/listings/" + id + "?includes=Images").at("/images/0/rank"))
        .isEqualTo("1");
    assertThat(etsy.delete("/listings/" + id).status()).isEqualTo(204);
    assertThat(etsy.get("/listings/" + id).status()).isEqualTo(404);
  }

  @Test
  void whatIsUnknownMissingOrMisspeltIsNamed() {
    String id = etsy.list("A", 5, "10.00");
    refused(etsy.form("PATCH", LISTINGS + "/" + id, "state=aktiv"), "state");
    refused(etsy.form("PATCH", LISTINGS + "/" + id, "quantity=3"), "quantity");
    refused(etsy.form("POST", LISTINGS, EtsyCaller.DRAFT.replace("i_did", "me")), "who_made");
    refused(etsy.form("POST", LISTINGS, EtsyCaller.DRAFT.replace("=891", "=5")), "taxonomy_id");
    refused(etsy.form("POST", LISTINGS, EtsyCaller.DRAFT.replace("=24.90", "=0.10")), "price");
    refused(
        etsy.form("POST", LISTINGS, EtsyCaller.DRAFT.replace("=400000012", "=1")),
        "readiness_state_id");
    refused(etsy.get("/listings/" + id + "?includes=Inventory"), "includes");
    refused(etsy.get(LISTINGS + "?state=sold"), "state");
    assertThat(etsy.form("POST", LISTINGS, "quantity=1").error()).startsWith("description");
    assertThat(etsy.put("/shops", "{}").status()).isEqualTo(404);
  }

  private static void refused(Answer answer, String field) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).startsWith(field);
  }

  @Test
  void fault34TheInventoryIsReplacedAsAWhole() {
    String id = etsy.list("A", 5, "10.00");
    String path = "/listings/" + id + "/inventory";
    assertThat(etsy.get(path).at("/products/0/offerings/0/price/amount")).isEqualTo("1000");
    String product = etsy.get(path).at("/products/0/product_id");
    Answer changed = etsy.put(path, EtsyCaller.inventory("A", 7, "9.5"));
    assertThat(changed.at("/products/0/offerings/0/price/amount")).isEqualTo("950");
    assertThat(changed.at("/products/0/product_id")).isEqualTo(product);
    refused(etsy.put(path, EtsyCaller.inventory("A", 0, "9.5")), "One offering must have quantity");
    String unlinked =
        EtsyCaller.inventory("A", 1, "9.5").replace(",'readiness_state_id':", ",'x':");
    assertThat(etsy.put(path, unlinked).status()).isEqualTo(400);
    refused(
        etsy.put(path, unlinked.replace(",'x':" + EtsyCaller.READINESS, "")), "readiness_state_id");
    String nameless = EtsyCaller.inventory("", 3, "9.5").replace("'sku':'',", "");
    assertThat(etsy.put(path, nameless).at("/products/0/sku")).isEmpty();
  }

  @Test
  void aBatchShowsWhatIsThere() {
    String one = etsy.list("A", 5, "10.00");
    String two = etsy.list("B", 6, "20.00");
    Answer all = etsy.get("/listings/batch/inventory?listing_ids=" + one + "," + two + ",77");
    assertThat(all.at("/count")).isEqualTo("2");
    assertThat(all.at("/results/1/listing_id")).isEqualTo(two);
    assertThat(all.at("/results/1/products/0/sku")).isEqualTo("B");
    Answer listings = etsy.get("/listings/batch?listing_ids=" + one);
    assertThat(listings.at("/results/0/skus/0")).isEqualTo("A");
  }

  @Test
  void theLastUnitTakesTheListingOffSaleAndItComesBackUnderItsNumber() {
    String id = etsy.list("A", 2, "10.00");
    assertThat(etsy.control("/etsy/purchases", "{'sku':'A','quantity':3}").status()).isEqualTo(409);
    etsy.control("/etsy/purchases", "{'sku':'A','quantity':2}");
    assertThat(etsy.get("/listings/" + id).at("/state")).isEqualTo("sold_out");
    etsy.put("/listings/" + id + "/inventory", EtsyCaller.inventory("A", 4, "10.00"));
    assertThat(etsy.form("PATCH", LISTINGS + "/" + id, "state=active").at("/listing_id"))
        .isEqualTo(id);
    assertThat(etsy.form("PATCH", LISTINGS + "/" + id, "state=inactive").at("/state"))
        .isEqualTo("inactive");
    assertThat(etsy.control("/etsy/purchases", "{'sku':'A'}").status()).isEqualTo(404);
  }
}
