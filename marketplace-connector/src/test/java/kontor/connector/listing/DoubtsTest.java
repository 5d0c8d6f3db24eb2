package kontor.connector.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoubtsTest {

  private static final Sku A = new Sku("A");
  private static final Sku B = new Sku("B");

  private Instant now = Instant.parse("2026-11-29T10:00:00Z");
  private final InstantSource source = () -> now;
  private final Doubts doubts = new Doubts(source.withZone(ZoneOffset.UTC));
  private final Map<Sku, Listing> listings = new HashMap<>();

  @Test
  void whatWasSoldAndIsAsManyAsBeforeIsToBeCompared() {
    shown(A, 10);
    shown(B, 10);
    doubts.add(List.of(A, B), listings::get);
    shown(B, 9);
    pass(29);
    assertThat(doubts.unchanged(listings::get)).isEmpty();
    pass(1);
    assertThat(doubts.unchanged(listings::get)).containsExactly(A);
  }

  @Test
  void itIsSaidOnceForEachSale() {
    shown(A, 10);
    doubts.add(List.of(A), listings::get);
    pass(30);
    assertThat(doubts.unchanged(listings::get)).containsExactly(A);
    assertThat(doubts.unchanged(listings::get)).isEmpty();
    doubts.add(List.of(A), listings::get);
    pass(30);
    assertThat(doubts.unchanged(listings::get)).containsExactly(A);
  }

  @Test
  void whatNobodyKnowsIsSentAnyway() {
    listings.put(A, listing(null));
    doubts.add(List.of(A), listings::get);
    pass(30);
    assertThat(doubts.unchanged(listings::get)).isEmpty();
  }

  private void pass(int seconds) {
    now = now.plus(Duration.ofSeconds(seconds));
  }

  private void shown(Sku sku, int units) {
    listings.put(sku, listing(new Quantity(units)));
  }

  private static Listing listing(@Nullable Quantity quantity) {
    return new Listing(ListingStatus.LIVE, "1", "1", "c", null, quantity, List.of(), null);
  }
}
