package kontor.connector.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Placement;
import kontor.connector.channel.ProductType.Part;
import kontor.connector.content.Presence.Step;
import kontor.contracts.Sku;
import org.junit.jupiter.api.Test;

/** What is decided for an account, and how it shows in its offers. */
class ContentBookTest {

  private ContentBook book = ContentBook.EMPTY;

  @Test
  void whatNobodySaysAnythingOfStaysAsItIsEverywhere() {
    take(book.map(mapping("Schuhe", "SHOES")));
    assertThat(dress("Kleidung > Hemden")).isEqualTo(Samples.plain());
    assertThat(dress("Schuhe und mehr")).isEqualTo(Samples.plain());
  }

  @Test
  void theLongestPathOfOursDecidesTheCategory() {
    take(book.map(mapping("Kleidung", "APPAREL")));
    take(book.map(mapping("Kleidung > Hemden", "SHIRT")));
    assertThat(dress("Kleidung > Hemden > Herren").placement().category()).contains("SHIRT");
    assertThat(dress("Kleidung > Hosen").placement().category()).contains("APPAREL");
    take(book.unmap("Kleidung > Hemden"));
    assertThat(dress("Kleidung > Hemden").placement().category()).contains("APPAREL");
    assertThat(take(book.unmap("Kleidung > Hemden"))).isEmpty();
    assertThat(take(book.map(mapping("Kleidung", "APPAREL")))).isEmpty();
  }

  @Test
  void whatIsSaidOfTheArticleCountsMoreThanOfItsProductAndThatMoreThanOfItsCategory() {
    take(
        book.map(
            new CategoryMapping(
                "Kleidung",
                "SHIRT",
                Map.of("brand", List.of("A"), "color", List.of("bunt"), "size", List.of("M")),
                Map.of("Farbe", "color"))));
    take(book.write(Subject.of(Samples.SHIRT), attributes("brand", "B", "fit", "slim")));
    take(book.write(Subject.of(Samples.SHIRT_M), attributes("fit", "wide")));

    assertThat(dress("Kleidung").placement().attributes())
        .isEqualTo(
            Map.of(
                "brand", List.of("B"),
                "color", List.of("Grün"),
                "fit", List.of("wide"),
                "size", List.of("M")));
  }

  @Test
  void aProductsTitleSaysWhatSetsTheArticleApartAnArticlesIsTakenAsItIs() {
    take(
        book.write(
            Subject.of(Samples.SHIRT), new ChannelContent("Shirt", "Kurz.", List.of(), Map.of())));
    assertThat(dress("X").title()).isEqualTo("Shirt, Grün");
    assertThat(dress("X").description()).isEqualTo("Kurz.");
    assertThat(dress("X").placement().asWritten()).containsExactly(Part.DESCRIPTION);

    ChannelContent own = new ChannelContent("Shirt!", null, List.of("/2.png"), Map.of());
    take(book.write(Subject.of(Samples.SHIRT_M), own));
    assertThat(dress("X").title()).isEqualTo("Shirt!");
    assertThat(dress("X").images()).containsExactly("/2.png");
    assertThat(dress("X").placement().asWritten()).contains(Part.TITLE);

    take(book.write(Subject.of(Samples.SHIRT_M), ChannelContent.NONE));
    take(book.write(Subject.of(Samples.SHIRT), ChannelContent.NONE));
    assertThat(dress("X")).isEqualTo(Samples.plain());
    assertThat(dress("X").placement()).isEqualTo(Placement.DEFAULT);
  }

  @Test
  void whatIsEndedIsRelistedAndWhatPausesIsResumed() {
    assertThat(book.objection(Samples.SHIRT_M, Step.RELIST)).isEmpty();
    take(book.choose(Samples.SHIRT_M, Presence.PAUSED));
    assertThat(book.objection(Samples.SHIRT_M, Step.RELIST)).contains("is paused: resume it");
    assertThat(book.objection(Samples.SHIRT_M, Step.RESUME)).isEmpty();
    ContentBook before = book;
    take(book.choose(Samples.SHIRT_M, Presence.ENDED));
    assertThat(book.differing(before)).contains(Set.of("SHIRT-M"));
    assertThat(book.objection(Samples.SHIRT_M, Step.PAUSE)).contains("is ended: relist it");
    assertThat(book.objection(Samples.SHIRT_M, Step.RESUME)).contains("is ended: relist it");
    take(book.choose(Samples.SHIRT_M, Presence.OFFERED));
    assertThat(book).isEqualTo(ContentBook.EMPTY);
    assertThat(take(book.choose(Samples.SHIRT_M, Presence.OFFERED))).isEmpty();
  }

  @Test
  void lawTheBookIsWhatWasWrittenLastAndKnowsInWhatItDiffersFromAnyEarlierOne() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<Sku, ChannelContent> model = new HashMap<>();
    ContentBook before = book;
    Set<String> touched = new HashSet<>();
    for (int step = 0; step < 3_000; step++) {
      Sku sku = new Sku("S" + random.nextInt(400));
      ChannelContent content =
          random.nextInt(5) == 0 ? ChannelContent.NONE : attributes("n", "" + random.nextInt(3));
      if (!take(book.write(Subject.of(sku), content)).isEmpty()) {
        touched.add(sku.value());
      }
      model.put(sku, content);
      if (step % 500 == 0) {
        before = book;
        touched.clear();
      }
    }
    assertThat(model)
        .as("seed %d", seed)
        .allSatisfy((sku, said) -> assertThat(book.content(Subject.of(sku))).isEqualTo(said));
    assertThat(touched).as("seed %d", seed).containsAll(book.differing(before).orElseThrow());
    for (String sku : touched) {
      Subject subject = Subject.of(new Sku(sku));
      boolean other = !book.content(subject).equals(before.content(subject));
      assertThat(book.differing(before).orElseThrow().contains(sku))
          .as("seed %d, %s", seed, sku)
          .isEqualTo(other);
    }
    take(book.map(mapping("Kleidung", "SHIRT")));
    assertThat(book.differing(before)).isEqualTo(Optional.empty());
  }

  private Offer dress(String category) {
    return Dressing.dress(book, Samples.product(category), Samples.plain());
  }

  private List<ContentEvent> take(List<ContentEvent> events) {
    events.forEach(event -> book = book.evolve(event));
    return events;
  }

  private static CategoryMapping mapping(String ours, String theirs) {
    return new CategoryMapping(ours, theirs, Map.of(), Map.of());
  }

  private static ChannelContent attributes(String... namesAndValues) {
    Map<String, List<String>> all = new HashMap<>();
    List<String> list = new ArrayList<>(List.of(namesAndValues));
    for (int i = 0; i < list.size(); i += 2) {
      all.put(list.get(i), List.of(list.get(i + 1)));
    }
    return new ChannelContent(null, null, List.of(), all);
  }
}
