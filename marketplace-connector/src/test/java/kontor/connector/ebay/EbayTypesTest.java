package kontor.connector.ebay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Explanation;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Placement;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductType.Attribute;
import kontor.connector.channel.ProductType.Part;
import kontor.connector.channel.Watch;
import kontor.connector.content.ContentCheck;
import kontor.connector.content.Gap;
import kontor.connector.content.GapReport;
import kontor.connector.content.GapReport.Item;
import kontor.connector.content.Gaps;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent.VariantOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What eBay wants of an article in a category, known before the article is sent. */
class EbayTypesTest {

  private static final String SHIRTS = "15687";
  private static final String LAMPS = "112581";
  private static final Map<String, List<String>> MEN =
      Map.of("brand", List.of("Kontor"), "Abteilung", List.of("Herren"));

  private final EbayStand stand = new EbayStand();
  private final Watch clock = new Watch();
  private final EbayChannel channel = stand.channel(clock);

  @AfterEach
  void close() {
    stand.close();
  }

  @Test
  void aCategorysItemSpecificsAreAttributesWithTheirLimits() {
    ProductType shirts = type(SHIRTS);
    assertThat(shirts.version()).isEqualTo("137");
    assertThat(shirts.attributes())
        .extracting(Attribute::name)
        .containsExactly(
            "sku",
            "title",
            "description",
            "imageUrls",
            "brand",
            "Größe",
            "Farbe",
            "Abteilung",
            "Material",
            "Herstellernummer");
    assertThat(shirts.attribute("brand"))
        .hasValueSatisfying(brand -> assertThat(brand.part()).isEqualTo(Part.BRAND))
        .hasValueSatisfying(brand -> assertThat(brand.required()).isTrue());
    Attribute size = shirts.attribute("Größe").orElseThrow();
    assertThat(size.required()).isTrue();
    assertThat(size.allowed()).containsExactly("XS", "S", "M", "L", "XL", "XXL");
    assertThat(size.most()).isEqualTo(1);
    Attribute material = shirts.attribute("Material").orElseThrow();
    assertThat(material.required()).isFalse();
    assertThat(material.allowed()).as("proposals only").isEmpty();
    assertThat(material.longest()).isEqualTo(65);
    assertThat(material.most()).isEqualTo(30);
  }

  @Test
  void theReportSaysWhichArticlesLackWhichItemSpecific() {
    GapReport report =
        new GapReport(
            channel.title(),
            4,
            List.of(
                item("COMPLETE", option("Größe", "M"), option("Farbe", "Grün")),
                item("NO-COLOUR", option("Größe", "L")),
                item("NO-COLOUR-2", option("Größe", "S"), option("Muster", "Streifen")),
                item("JEANS", option("Größe", "W34"), option("Farbe", "Blau"))));

    assertThat(report.sentence())
        .isEqualTo(
            "3 of 4 articles can't go to eBay.de: 2 without Farbe, 1 with Größe not allowed");
    assertThat(report.items().stream().flatMap(one -> one.gaps().stream()).map(Gap::text))
        .containsOnly(
            "Farbe is missing. Set 'Farbe' for the category or the article, or map one of our"
                + " options to it.",
            "Größe is 'W34'. It must be one of XS, S, M, L, XL, XXL.");
  }

  @Test
  void whatIsTooLongTooMuchOrNoNumberIsFound() {
    assertThat(gaps(LAMPS, "Farbe", "x".repeat(66)))
        .contains("Farbe has 66 characters, 65 are allowed. Shorten it.");
    assertThat(gaps(LAMPS, "Energieeffizienzklasse", "A", "B"))
        .contains("Energieeffizienzklasse has 2 values. Leave one of them.");
    assertThat(gaps(LAMPS, "Anzahl der Lichter", "zwei"))
        .contains("Anzahl der Lichter is 'zwei'. It must be a number.");
    assertThat(gaps(LAMPS, "Höhe", "12,5")).noneMatch(gap -> gap.startsWith("Höhe"));
    assertThat(gaps(LAMPS, "Farbe", "Rot", "Grün")).noneMatch(gap -> gap.startsWith("Farbe"));
    assertThat(
            ContentCheck.against("eBay.de", type(SHIRTS), Map.of("Abteilung", List.of("Kinder"))))
        .containsOnlyKeys("attributes.Abteilung");
  }

  @Test
  void articlesWithoutAMappingGoToTheAccountsCategoryAsBefore() {
    assertThat(channel.productType(Optional.empty()).map(ProductType::category)).contains("20490");
    assertThat(Gaps.of(channel, EbayStand.offer("A", 1))).isEmpty();
    assertThat(type("172009").attributes()).as("a category that wants nothing").hasSize(5);
  }

  @Test
  void aCategoryThatArticlesCannotBeInIsToldAndNotAskedForAgain() {
    for (String category : List.of("1059", "1", "1059", "1", "Kleidung")) {
      assertThat(channel.productType(Optional.of(category))).isEmpty();
    }
    assertThat(Gaps.of(channel, offer("A", "1059", MEN)))
        .extracting(Gap::text)
        .containsExactly(
            "eBay.de has no category '1059' for articles. Map our category to another one.");
    assertThat(calls("getItemAspectsForCategory")).isEqualTo(Map.of("400", 2));
  }

  @Test
  void ebayIsAskedOnceADay() {
    type(SHIRTS);
    type(SHIRTS);
    type(LAMPS);
    assertThat(calls("getItemAspectsForCategory")).isEqualTo(Map.of("200", 2));
    assertThat(calls("getDefaultCategoryTreeId")).isEqualTo(Map.of("200", 1));
    clock.forward(Duration.ofDays(1));
    type(SHIRTS);
    type(SHIRTS);
    assertThat(calls("getItemAspectsForCategory")).isEqualTo(Map.of("200", 3));
    assertThat(calls("getDefaultCategoryTreeId")).isEqualTo(Map.of("200", 2));
  }

  @Test
  void whileEbayIsAwayWhatWasKnownStaysAndTheRestSaysSo() {
    ProductType known = type(SHIRTS);
    clock.forward(Duration.ofDays(1));
    stand.control(
        "/control/ebay/faults",
        "{'operation':'getItemAspectsForCategory','kind':'UNAVAILABLE','times':2}");
    assertThat(type(SHIRTS)).isEqualTo(known);
    assertThatThrownBy(() -> type(LAMPS))
        .hasMessageContaining("500 62000")
        .isInstanceOfSatisfying(
            ChannelException.class, e -> assertThat(e.kind()).isEqualTo(Kind.RETRY));
    assertThat(type(SHIRTS)).as("not asked again at once").isEqualTo(known);
    clock.forward(Duration.ofMinutes(5));
    assertThat(type(SHIRTS)).isEqualTo(known);
    assertThat(calls("getItemAspectsForCategory")).isEqualTo(Map.of("200", 2, "500", 2));
  }

  @Test
  void aDayWhoseCallsAreUsedUpSaysSo() {
    stand.control("/control/ebay/limits", "{'taxonomyPerDay':0}");
    assertThatThrownBy(() -> type(SHIRTS))
        .hasMessageContaining("429")
        .isInstanceOfSatisfying(
            ChannelException.class, e -> assertThat(e.kind()).isEqualTo(Kind.RETRY));
  }

  @Test
  void whatIsCompleteIsListedWithItsBrandAsAnItemSpecificToo() {
    Offer complete = offer("A", SHIRTS, MEN, option("Größe", "M"), option("Farbe", "Grün"));
    assertThat(Gaps.of(channel, complete)).isEmpty();
    assertThat(channel.publish(complete).listingId()).isNotEmpty();
    assertThat(new EbayDocuments(channel.account(), "").item(complete).toString())
        .contains("brand=Kontor", "Marke=[Kontor]", "Farbe=[Grün]", "Abteilung=[Herren]")
        .doesNotContain("brand=[");
  }

  @Test
  void theRefusalAtPublishingNamesTheItemSpecificInPlainWords() {
    Offer colourless = offer("A", SHIRTS, MEN, option("Größe", "M"));
    assertThatThrownBy(() -> channel.publish(colourless))
        .isInstanceOfSatisfying(
            ChannelException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.REFUSED);
              assertThat(EbayWords.explain(String.valueOf(e.getMessage())))
                  .containsExactly(missing("Farbe"));
            });
    assertThat(EbayWords.explain("400 25002 The item specific Shade Type is missing. Add it."))
        .containsExactly(missing("Shade Type"));
    assertThat(EbayWords.explain("400 25002 too many revisions"))
        .singleElement()
        .satisfies(other -> assertThat(other.meaning()).contains("do not allow the listing"));
  }

  private static Explanation missing(String name) {
    return new Explanation(
        "25002",
        "eBay wants the item specific '" + name + "' of articles in this category.",
        "Set '" + name + "' for the category or the article, or map one of our options to it.");
  }

  private ProductType type(String category) {
    return channel.productType(Optional.of(category)).orElseThrow();
  }

  private Map<String, Integer> calls(String operation) {
    return JsonPath.read(stand.ledger(), "$.calls." + operation);
  }

  private Item item(String sku, VariantOption... options) {
    return new Item(new Sku(sku), Gaps.of(channel, offer(sku, SHIRTS, MEN, options)));
  }

  private List<String> gaps(String category, String name, String... values) {
    Map<String, List<String>> said = new HashMap<>(MEN);
    said.put(name, List.of(values));
    return Gaps.of(channel, offer("A", category, said)).stream().map(Gap::text).toList();
  }

  private static VariantOption option(String name, String value) {
    return new VariantOption(name, value);
  }

  private static Offer offer(
      String sku, String category, Map<String, List<String>> said, VariantOption... options) {
    return new Offer(
        new Sku(sku),
        "T-Shirt " + sku,
        "Schön.",
        null,
        null,
        List.of(options),
        List.of("/media/a.png"),
        Money.of("10.00", "EUR"),
        new Quantity(5),
        new Placement(Optional.of(category), said, Set.of()));
  }
}
