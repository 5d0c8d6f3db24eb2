package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;
import org.junit.jupiter.api.Test;

/** Articles in a category of eBay's that wants item specifics. */
class EbayContentServiceTest extends RunningConnector {

  private static final String ALL = "/api/admin/marketplaces";
  private static final String CONTENT = ALL + "/content/ebay-de/main";
  private static final String MAPPING =
      "{'category':'Mode > T-Shirts','channelCategory':'%s',"
          + "'attributes':{'brand':['Kontor'],'Abteilung':['%s']}}";

  @Test
  void anArticleThatLacksAnItemSpecificIsNotSentAndGoesOnceItIsSaid() {
    assertThat(map("1059", "Herren").body())
        .contains("channelCategory", "eBay.de has no category '1059' for articles");
    assertThat(map("15687", "Kinder").body())
        .contains("Abteilung is 'Kinder'", "It must be one of Herren, Unisex Erwachsene.");
    assertThat(map("15687", "Herren").statusCode()).isEqualTo(200);
    assertThat(get(CONTENT + "/types?category=15687").body()).contains("\"Farbe\"", "\"XXL\"");

    shirt("HEMD-M");
    price("HEMD-M", "19.90");
    stock("HEMD-M", 5);
    await().until(() -> !last("HEMD-M").issues().isEmpty());
    assertThat(last("HEMD-M").status()).isEqualTo(ListingStatus.DRAFT);
    assertThat(last("HEMD-M").issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue).startsWith("Farbe is missing."));
    assertThat(ledger("HEMD-M")).isEqualTo("[]");
    String gaps = get(ALL + "/gaps/ebay-de/main?field=Farbe").body();
    assertThat((String) JsonPath.read(gaps, "$.summary"))
        .contains("articles can't go to eBay.de: ", "1 without Farbe");

    put(CONTENT, "{'sku':'HEMD-M','attributes':{'Farbe':['Grün']}}");
    await().until(() -> last("HEMD-M").status() == ListingStatus.LIVE);
    assertThat(ledger("HEMD-M")).contains("ACTIVE");
    assertThat(get(ALL + "/gaps/ebay-de/main?field=Farbe").body()).contains("\"items\":[]");
  }

  /** One that has a size, and no colour. */
  private static void shirt(String sku) {
    ProductId product = new ProductId("e" + Integer.toHexString(sku.hashCode()));
    List<VariantOption> size = List.of(new VariantOption("Größe", "M"));
    Variant variant =
        new Variant(new Sku(sku), null, size, List.of("/media/1.png"), null, List.of());
    neighbours.publish(
        "product",
        product.value(),
        new ProductPublished(
            product,
            List.of(new ProductText("de", "T-Shirt " + sku, "Schön.")),
            null,
            List.of("Mode > T-Shirts"),
            TaxClass.STANDARD,
            List.of(variant)));
  }

  private HttpResponse<String> map(String category, String department) {
    return put(CONTENT + "/mappings", MAPPING.formatted(category, department));
  }

  private HttpResponse<String> get(String path) {
    return TestGateway.get(TestGateway.MANAGER, url(path));
  }

  private HttpResponse<String> put(String path, String body) {
    return TestGateway.send("PUT", TestGateway.MANAGER, url(path), body, Map.of());
  }
}
