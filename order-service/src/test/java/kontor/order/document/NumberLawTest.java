package kontor.order.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.InvoiceNumberVoided;
import kontor.order.document.RangeName.Kind;
import org.junit.jupiter.api.Test;

/**
 * What holds for the numbers of a range, however often and in whatever order documents are asked
 * for and voided. The seed of a failure is printed.
 */
class NumberLawTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final RangeName NAME = RangeName.of("RE-2026-11");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void numbersFollowEachOtherAndEachCauseHasOne() {
    for (int history = 0; history < 300; history++) {
      NumberRange range = NumberRange.empty(NAME);
      List<InvoiceEvent> all = new ArrayList<>();
      Map<String, String> standing = new HashMap<>();
      for (int step = 0; step < 60; step++) {
        Bill bill = bill(random.nextInt(15));
        List<InvoiceEvent> decided = step(range, bill);
        for (InvoiceEvent event : decided) {
          range = range.evolve(event);
          all.add(event);
        }
        range.number(bill.causeKey()).ifPresent(now -> standing.put(bill.causeKey(), now));
      }
      check(range, all, standing);
    }
  }

  private List<InvoiceEvent> step(NumberRange range, Bill bill) {
    if (random.nextInt(4) > 0) {
      return NumberDecider.issue(range, bill, TODAY);
    }
    String number = NAME.number(1 + random.nextInt(range.last() + 1));
    return NumberDecider.voidNumber(range, number, bill, "misprint", TODAY, NOW);
  }

  private void check(NumberRange range, List<InvoiceEvent> all, Map<String, String> standing) {
    List<String> issued =
        all.stream()
            .filter(event -> !(event instanceof InvoiceNumberVoided))
            .map(InvoiceEvent::number)
            .toList();
    assertThat(issued)
        .as("seed %d", seed)
        .isEqualTo(IntStream.rangeClosed(1, range.last()).mapToObj(NAME::number).toList());
    assertThat(range.gaps()).as("seed %d", seed).isEmpty();
    assertThat(standing.values()).as("seed %d", seed).doesNotHaveDuplicates();
    assertThat(range.voidedNumbers().keySet())
        .as("seed %d", seed)
        .doesNotContainAnyElementsOf(standing.values());
    assertThat(range.voided().size() + standing.size()).isEqualTo(range.last());
  }

  @Test
  void aNumberThatIsMissingIsSeen() {
    NumberRange range =
        NumberRange.empty(NAME)
            .evolve(bill(1).issue(NAME.number(1), TODAY))
            .evolve(bill(2).issue(NAME.number(4), TODAY));

    assertThat(range.gaps()).containsExactly("RE-2026-11-00002", "RE-2026-11-00003");
  }

  private static Bill bill(int parcel) {
    Money none = Money.of("0.00", "EUR");
    return new Bill(
        Kind.INVOICE,
        new OrderId("00000000-0000-0000-0000-000000000001"),
        "P" + parcel,
        List.of(),
        TODAY,
        List.of(),
        List.of(),
        none,
        none);
  }
}
