package kontor.connector.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Titles that are longer than a marketplace takes. */
class ShortenedTest {

  @Test
  void whatIsShortEnoughStaysAndTheRestEndsAfterAWord() {
    assertThat(Shortened.atWord("Grüner Tee", 10)).isEqualTo("Grüner Tee");
    assertThat(Shortened.atWord("Grüner Tee, lose", 14)).isEqualTo("Grüner Tee…");
    assertThat(Shortened.atWord("Grüner Tee aus Assam", 11)).isEqualTo("Grüner Tee…");
    assertThat(Shortened.atWord("Donaudampfschifffahrt", 6)).isEqualTo("Donau…");
    assertThat(Shortened.atWord("12345😀89", 7)).isEqualTo("12345…");
  }

  @Test
  void lawItIsNeverTooLongAndAlwaysABeginning() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(60), 0, 5)
          .forEach(n -> text.appendCodePoint("a -,😀".codePointAt(n)));
      String readable = text.toString();
      int longest = 2 + random.nextInt(40);
      String kept = Shortened.atWord(readable, longest);
      assertThat(kept.length()).as("seed %d", seed).isLessThanOrEqualTo(longest);
      assertThat(readable).as("seed %d", seed).startsWith(kept.replaceAll("…$", ""));
    }
  }
}
