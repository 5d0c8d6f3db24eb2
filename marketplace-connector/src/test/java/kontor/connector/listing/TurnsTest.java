package kontor.connector.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kontor.contracts.Sku;
import org.junit.jupiter.api.Test;

/** Which articles are compared next. */
class TurnsTest {

  private final List<Sku> all =
      IntStream.range(0, 50).mapToObj(i -> new Sku("S-%02d".formatted(i))).toList();
  private final Turns turns = new Turns();

  @Test
  void whatIsHintedAtIsComparedBeforeItsTurnByOurName() {
    turns.hint(new Sku("there-40"));
    turns.hint(new Sku("nobody-s"));
    Set<Sku> next = next();
    assertThat(next).hasSize(20).startsWith(new Sku("S-40"), new Sku("S-00"));
    assertThat(next()).doesNotContain(new Sku("S-40"), new Sku("S-00"));
  }

  @Test
  void howeverMuchIsHintedAtAllHaveTheirTurn() {
    Set<Sku> compared = new HashSet<>();
    for (int turn = 0; turn < 6; turn++) {
      IntStream.range(0, 20).forEach(i -> turns.hint(new Sku("there-%02d".formatted(i))));
      compared.addAll(next());
    }
    assertThat(compared).containsExactlyInAnyOrderElementsOf(all);
  }

  private Set<Sku> next() {
    return turns.next(all, there -> new Sku(there.value().replace("there", "S")));
  }
}
