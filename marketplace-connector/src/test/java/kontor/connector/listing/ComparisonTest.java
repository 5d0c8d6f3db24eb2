package kontor.connector.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.ReportedListing;
import kontor.connector.channel.ReportedListing.State;
import kontor.connector.listing.Comparison.Verdict;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import org.junit.jupiter.api.Test;

/** What differs between us and a marketplace, and which side is right. */
class ComparisonTest {

  private static final Sku TEE = new Sku("TEE");
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Comparison comparison = new Comparison();
  private final Listing believed =
      new Listing(
          ListingStatus.LIVE,
          "8",
          "110",
          "content",
          Money.of("9.90", "EUR"),
          new Quantity(5),
          List.of(),
          null);

  @Test
  void anotherPriceAndMoreUnitsThanThereAreAreWrongAtOnce() {
    assertThat(verdict("9.90", 5, NOW)).isInstanceOf(Verdict.Same.class);
    assertThat(verdict("8.90", 5, NOW)).isInstanceOf(Verdict.OtherFigures.class);
    assertThat(new ComparisonTest().verdict("9.90", 6, NOW))
        .isInstanceOf(Verdict.OtherFigures.class);
  }

  @Test
  void whatDoesNotStayRightIsNotSetRightAllTheTime() {
    assertThat(verdict("8.90", 5, NOW)).isInstanceOf(Verdict.OtherFigures.class);
    assertThat(verdict("8.90", 5, NOW.plusSeconds(10))).isInstanceOf(Verdict.Same.class);
    assertThat(verdict("8.90", 5, NOW.plus(PATIENCE))).isInstanceOf(Verdict.OtherFigures.class);
  }

  @Test
  void fewerUnitsMayBeASaleThatWeHaveNotReadYet() {
    assertThat(verdict("9.90", 4, NOW)).isInstanceOf(Verdict.NotYet.class);
    assertThat(verdict("9.90", 4, NOW.plus(PATIENCE).minusSeconds(1)))
        .isInstanceOf(Verdict.NotYet.class);
    assertThat(verdict("9.90", 4, NOW.plus(PATIENCE))).isInstanceOf(Verdict.OtherFigures.class);
  }

  @Test
  void whatWasRightInBetweenHasItsPatienceAnew() {
    verdict("9.90", 4, NOW);
    verdict("9.90", 5, NOW.plusSeconds(60));
    assertThat(verdict("9.90", 3, NOW.plus(PATIENCE))).isInstanceOf(Verdict.NotYet.class);
  }

  @Test
  void whatIsNotThereIsForAPerson() {
    assertThat(comparison.verdict(TEE, believed, Optional.empty(), NOW, PATIENCE))
        .isInstanceOf(Verdict.Gone.class);
  }

  private Verdict verdict(String price, int units, Instant at) {
    ReportedListing shown =
        new ReportedListing(
            TEE,
            "8",
            Optional.of("110"),
            State.LIVE,
            "Tee",
            Optional.empty(),
            Optional.of(Money.of(price, "EUR")),
            Optional.of(new Quantity(units)),
            List.of());
    return comparison.verdict(TEE, believed, Optional.of(shown), at, PATIENCE);
  }
}
