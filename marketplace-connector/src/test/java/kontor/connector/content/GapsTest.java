package kontor.connector.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.connector.channel.Offer;
import kontor.connector.channel.ProductType.Part;
import kontor.connector.content.GapReport.Item;
import kontor.contracts.Sku;
import org.junit.jupiter.api.Test;

/** What keeps an article from a marketplace, in words. */
class GapsTest {

  private static final Map<String, List<String>> COMPLETE =
      Map.of("brand", List.of("Kontor"), "exempt", List.of("true"), "color", List.of("grün"));

  @Test
  void whatIsCompleteLacksNothing() {
    assertThat(texts(Samples.with(COMPLETE))).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedWithWhatHelps() {
    assertThat(texts(Samples.with(Map.of())))
        .containsExactly(
            "Brand is missing. Enter it at the product, or set 'brand' for the category.",
            "GTIN is missing. Enter it at the article, or set 'exempt' if you may.",
            "Color is missing. Set 'color' for the category or the article, or map one of our"
                + " options to it.");
  }

  @Test
  void onlyATitleThatAPersonWroteMayBeTooLong() {
    String title = "Ein Hemd mit langem Titel";
    assertThat(texts(Samples.with(title, COMPLETE, Set.of()))).isEmpty();
    assertThat(texts(Samples.with(title, COMPLETE, Set.of(Part.TITLE))))
        .containsExactly("Title has 25 characters, 20 are allowed. Shorten it.");
  }

  @Test
  void valuesAreOfTheKindThatIsWanted() {
    assertThat(texts(with("department", "kids")))
        .containsExactly("Department is 'kids'. It must be one of mens, womens.");
    assertThat(texts(with("weight", "200 grams"))).isEmpty();
    assertThat(texts(with("weight", "200")))
        .containsExactly("Weight is '200'. It must be a number, a space and a unit: grams.");
    assertThat(texts(with("exempt", "yes"))).contains("Exempt is 'yes'. It must be true or false.");
    assertThat(texts(with("colour", "grün")))
        .containsExactly("Amazon.de knows no 'colour' of Shirt. Leave it out.");
  }

  @Test
  void theReportCountsEachGapOnceForAnArticleAndSumsUpInASentence() {
    GapReport report =
        new GapReport(
            "Amazon.de",
            40,
            List.of(
                item("C", Samples.with(COMPLETE)),
                item("B", Samples.with(Map.of("exempt", List.of("true"), "color", List.of("x")))),
                item("A", Samples.with(Map.of("color", List.of("x"))))));

    assertThat(report.items()).extracting(one -> one.sku().value()).containsExactly("A", "B");
    assertThat(report.sentence())
        .isEqualTo("2 of 40 articles can't go to Amazon.de: 2 without brand, 1 without GTIN");
    assertThat(report.groups().get(0).example()).isEqualTo(new Sku("A"));
    assertThat(new GapReport("Etsy", 3, List.of()).sentence())
        .isEqualTo("3 of 3 articles can go to Etsy");
  }

  @Test
  void whatAPersonWritesIsRefusedWhereTheMarketplaceWouldRefuseIt() {
    ChannelContent content =
        new ChannelContent(
            "Ein Hemd mit langem Titel", null, List.of(), Map.of("colour", List.of("grün")));
    assertThat(ContentCheck.formal(content)).isEmpty();
    assertThat(ContentCheck.against("Amazon.de", Samples.TYPE, content))
        .containsEntry("title", "Title has 25 characters, 20 are allowed. Shorten it.")
        .containsEntry("attributes.colour", "Amazon.de knows no such attribute of Shirt");
    ChannelContent bad =
        new ChannelContent(" ", null, List.of("bild.png"), Map.of("color", List.of()));
    assertThat(ContentCheck.formal(bad).keySet())
        .containsExactly("title", "images", "attributes.color");
  }

  private static Offer with(String attribute, String value) {
    Map<String, List<String>> all = new HashMap<>(COMPLETE);
    all.put(attribute, List.of(value));
    return Samples.with(all);
  }

  private static Item item(String sku, Offer offer) {
    return new Item(new Sku(sku), Gaps.of("Amazon.de", Samples.TYPE, offer));
  }

  private static List<String> texts(Offer offer) {
    return Gaps.of("Amazon.de", Samples.TYPE, offer).stream().map(Gap::text).toList();
  }
}
