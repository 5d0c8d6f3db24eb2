package kontor.local.marketday;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.audit.Finding;
import org.junit.jupiter.api.Test;

/** Whatever differs between a marketplace's books and ours is told by the rule that it breaks. */
class ComparisonTest {

  private static final String ACCOUNT = "amazon-de/main";
  private static final Sold SOLD = sold(Sold.State.BOUGHT, "19.98", 2, List.of("T1"), "0");
  private static final Shown SHOWN = new Shown("A", 7, new BigDecimal("9.99"), Instant.EPOCH);

  @Test
  void equalBooksHaveNoDifference() {
    assertThat(wrong(SOLD, SOLD, SHOWN)).isEmpty();
  }

  @Test
  void eachDifferenceHasItsRule() {
    assertThat(wrong(SOLD, sold(Sold.State.BOUGHT, "19.97", 2, List.of("T1"), "0"), SHOWN))
        .containsExactly("totals agree to the cent");
    assertThat(wrong(SOLD, sold(Sold.State.BOUGHT, "19.98", 1, List.of("T1"), "0"), SHOWN))
        .containsExactly("units of each article agree", "each parcel was told once");
    assertThat(wrong(sold(Sold.State.BOUGHT, "19.98", 2, List.of("T1", "T1"), "0"), SOLD, SHOWN))
        .containsExactly("each parcel was told once");
    assertThat(wrong(SOLD, sold(Sold.State.BOUGHT, "19.98", 2, List.of("T1"), "9.99"), SHOWN))
        .containsExactly("refunds agree to the cent");
    assertThat(wrong(SOLD, sold(Sold.State.CANCELLED, "19.98", 2, List.of("T1"), "0"), SHOWN))
        .containsExactly("what was cancelled on one side is cancelled on the other");
    assertThat(wrong(SOLD, SOLD, new Shown("A", 8, BigDecimal.ONE, Instant.EPOCH)))
        .containsExactly("each account shows the quantity that can be promised");
    assertThat(wrong(SOLD, SOLD, SHOWN, SHOWN))
        .containsExactly("each article is listed once at each account");
    assertThat(wrong(SOLD, SOLD)).containsExactly("each article is listed once at each account");
  }

  @Test
  void onlyWhatWasPaidForHasToBeHereAndNothingElseMayBe() {
    Ledger waiting = ledger(Map.of("1", sold(Sold.State.WAITING, "1.00", 1, List.of(), "0")));
    Ledger bought = ledger(Map.of("1", SOLD));
    assertThat(wrong(books(Map.of()), waiting)).isEmpty();
    assertThat(wrong(books(Map.of()), bought)).hasSize(1);
    assertThat(wrong(books(Map.of("2", SOLD)), ledger(Map.of()))).hasSize(1);
  }

  private static List<String> wrong(Sold theirs, Sold ours, Shown... shown) {
    Ledger ledger = new Ledger(Map.of("1", theirs), List.of(shown), List.of(), Map.of());
    return wrong(books(Map.of("1", ours)), ledger);
  }

  private static List<String> wrong(OurBooks ours, Ledger ledger) {
    return Comparison.of(ours, Map.of(ACCOUNT, ledger), Set.of("A")).stream()
        .filter(finding -> !finding.violations().isEmpty())
        .map(Finding::invariant)
        .toList();
  }

  private static OurBooks books(Map<String, Sold> sold) {
    return new OurBooks(Map.of(ACCOUNT, sold), List.of(), Map.of("A", 7));
  }

  private static Ledger ledger(Map<String, Sold> sold) {
    return new Ledger(sold, List.of(SHOWN), List.of(), Map.of());
  }

  private static Sold sold(
      Sold.State state, String total, int units, List<String> parcels, String refunded) {
    return new Sold(
        state,
        new BigDecimal(total),
        Map.of("A", units),
        state == Sold.State.CANCELLED ? Map.of("A", units) : Map.of(),
        units,
        parcels,
        new BigDecimal(refunded));
  }
}
