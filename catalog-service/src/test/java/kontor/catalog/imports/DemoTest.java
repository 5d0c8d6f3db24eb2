package kontor.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.catalog.media.Drawings;
import kontor.contracts.product.ProductEvent.Variant;
import org.junit.jupiter.api.Test;

/** The assortment that comes with Kontor is whole: texts, numbers, pictures, parts. */
class DemoTest {

  private final Shelf demo = Shelf.read(Path.of("../demo/assortment.csv"));
  private final List<Variant> variants =
      demo.products().stream().flatMap(product -> product.variants().stream()).toList();

  @Test
  void everyProductIsReadWithoutAFlaw() {
    assertThat(demo.flaws()).isEmpty();
    assertThat(demo.products()).hasSizeBetween(55, 70);
    assertThat(demo.drafts).allMatch(draft -> draft.notes().isEmpty());
  }

  @Test
  void everyProductIsDescribedInGermanAndEnglish() {
    assertThat(demo.products())
        .allSatisfy(
            product ->
                assertThat(product.texts())
                    .extracting(text -> text.language())
                    .containsExactly("de", "en"));
  }

  @Test
  void gtinsAreOnesForUseInsideACompanyAndNoneIsTwice() {
    assertThat(variants).extracting(v -> String.valueOf(v.gtin())).doesNotHaveDuplicates();
    assertThat(variants).allMatch(v -> String.valueOf(v.gtin()).startsWith("20"));
  }

  @Test
  void everyPictureIsDrawn() {
    Drawings drawings = new Drawings();
    assertThat(variants)
        .flatExtracting(Variant::images)
        .allMatch(image -> drawings.find(image.replaceAll("/media/|\\.svg", "")).isPresent());
  }

  @Test
  void everyArticleHasAPriceAndTheOneBundleHasItsParts() {
    Map<Boolean, List<Variant>> parted =
        variants.stream().collect(Collectors.partitioningBy(v -> v.components().isEmpty()));
    Set<String> articles =
        parted.getOrDefault(true, List.of()).stream()
            .map(v -> v.sku().value())
            .collect(Collectors.toSet());
    assertThat(variants).allMatch(v -> !demo.prices(v.sku().value()).isEmpty());
    assertThat(parted.get(false))
        .hasSize(1)
        .flatExtracting(Variant::components)
        .extracting(part -> part.sku().value())
        .isSubsetOf(articles);
  }
}
