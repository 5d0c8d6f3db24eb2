package kontor.connector.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.connector.channel.Offer;
import kontor.connector.listing.ListingDecider.Need;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is sent to a marketplace, and what is not. */
class ListingDeciderTest {

  private static final String CONTENT = "as published";

  @Test
  void aNewArticleIsPublishedOnceThereIsStock() {
    assertThat(need(Listing.NONE, offer("9.90", 0))).isEqualTo(Need.NOTHING);
    assertThat(need(Listing.NONE, offer("9.90", 1))).isEqualTo(Need.PUBLISH);
  }

  @Test
  void aLiveListingGetsNewFiguresPushedAndNewContentPublished() {
    Listing live = listing(ListingStatus.LIVE, "110");

    assertThat(need(live, offer("9.90", 5))).isEqualTo(Need.NOTHING);
    assertThat(need(live, offer("9.90", 0))).isEqualTo(Need.PUSH);
    assertThat(need(live, offer("8.90", 5))).isEqualTo(Need.PUSH);
    assertThat(ListingDecider.need(live, offer("9.90", 5), "other")).isEqualTo(Need.PUBLISH);
  }

  @Test
  void whatWasNeverAcceptedIsNotTriedAgainForEverySale() {
    Listing refused = listing(ListingStatus.ISSUE, null);

    assertThat(need(refused, offer("9.90", 4))).isEqualTo(Need.NOTHING);
    assertThat(need(refused, offer("8.90", 5))).isEqualTo(Need.PUBLISH);
    assertThat(ListingDecider.need(refused, offer("9.90", 5), "other")).isEqualTo(Need.PUBLISH);
  }

  @Test
  void refusedFiguresOfAListingAreSentAgainWhenTheyChange() {
    Listing issue = listing(ListingStatus.ISSUE, "110");

    assertThat(need(issue, offer("9.90", 5))).isEqualTo(Need.NOTHING);
    assertThat(need(issue, offer("9.90", 4))).isEqualTo(Need.PUBLISH);
  }

  private static Need need(Listing listing, Offer wanted) {
    return ListingDecider.need(listing, wanted, CONTENT);
  }

  private static Listing listing(ListingStatus status, @Nullable String listingId) {
    return new Listing(
        status, "8", listingId, CONTENT, Money.of("9.90", "EUR"), new Quantity(5), List.of());
  }

  private static Offer offer(String price, int quantity) {
    return new Offer(
        new Sku("TEE"),
        "Grüner Tee",
        "",
        null,
        null,
        List.of(),
        List.of(),
        Money.of(price, "EUR"),
        new Quantity(quantity));
  }
}
