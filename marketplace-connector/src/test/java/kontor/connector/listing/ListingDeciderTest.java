package kontor.connector.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Published;
import kontor.connector.channel.Pushed;
import kontor.connector.channel.Submissions.Settled;
import kontor.connector.content.Presence;
import kontor.connector.listing.ListingDecider.Need;
import kontor.connector.listing.ListingNote.ListingSubmitted;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is sent to a marketplace, and what is not. */
class ListingDeciderTest {

  private static final String CONTENT = "as published";
  private static final Sku TEE = new Sku("TEE");
  private static final Account ACCOUNT =
      new Account("amazon", new ChannelId("amazon-de"), "main", CountryCode.GERMANY, Map.of());

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

  @Test
  void whatWasTakenNoteOfIsNeitherSentAgainNorLiveUntilTheMarketplaceSaysSo() {
    Listing waiting = submitted("s1");
    assertThat(waiting.waiting()).isTrue();
    assertThat(need(waiting, offer("9.90", 5))).isEqualTo(Need.NOTHING);
    assertThat(need(waiting, offer("9.90", 0))).isEqualTo(Need.PUSH);

    Listing live = take(waiting, settled(waiting, "s1", Optional.empty()));
    assertThat(live.status()).isEqualTo(ListingStatus.LIVE);
    assertThat(live.listingId()).isEqualTo("B00TEE");
    Listing refused = take(waiting, settled(waiting, "s1", Optional.of("90244 no brand")));
    assertThat(refused.status()).isEqualTo(ListingStatus.ISSUE);
    assertThat(refused.issues()).containsExactly("90244 no brand");
    assertThat(need(refused, offer("9.90", 5))).isEqualTo(Need.NOTHING);
  }

  @Test
  void anAnswerToWhatWasReplacedMeanwhileSaysNothing() {
    Listing newer = take(submitted("s1"), List.of(new ListingSubmitted("s2")));
    assertThat(settled(newer, "s1", Optional.of("too late"))).isEmpty();
    assertThat(settled(newer, "s2", Optional.empty())).hasSize(1);
  }

  @Test
  void whatTheMarketplaceLostIsSentAgain() {
    Listing fresh = submitted("s1");
    Listing lost =
        take(fresh, ListingDecider.settled(ACCOUNT, TEE, fresh, "s1", Settled.lost(TEE)));
    assertThat(need(lost, offer("9.90", 5))).isEqualTo(Need.PUBLISH);

    Listing live = take(fresh, settled(fresh, "s1", Optional.empty()));
    Pushed pushed = Pushed.submitted(TEE, "s2");
    Listing second =
        take(live, ListingDecider.pushed(ACCOUNT, live, offer("8.90", 5), CONTENT, pushed));
    Listing again =
        take(second, ListingDecider.settled(ACCOUNT, TEE, second, "s2", Settled.lost(TEE)));
    assertThat(again.status()).isEqualTo(ListingStatus.LIVE);
    assertThat(need(again, offer("8.90", 5))).isEqualTo(Need.PUSH);
  }

  @Test
  void whatLacksSomethingIsADraftThatSaysWhatUnlessItStandsThere() {
    List<String> missing = List.of("Brand is missing.");
    Listing draft =
        take(Listing.NONE, PresenceDecider.withheld(ACCOUNT, TEE, Listing.NONE, missing));
    assertThat(draft.status()).isEqualTo(ListingStatus.DRAFT);
    assertThat(draft.issues()).isEqualTo(missing);
    assertThat(PresenceDecider.withheld(ACCOUNT, TEE, draft, missing)).isEmpty();
    assertThat(need(draft, offer("9.90", 5))).isEqualTo(Need.PUBLISH);

    Listing live = listing(ListingStatus.LIVE, "110");
    assertThat(PresenceDecider.withheld(ACCOUNT, TEE, live, missing)).isEmpty();
    Listing refused = listing(ListingStatus.ISSUE, null);
    assertThat(PresenceDecider.withheld(ACCOUNT, TEE, refused, missing)).hasSize(1);
  }

  @Test
  void aListingPausesWhenTheMarketplaceShowsNothingToBuyAndComesBackByTheSameWay() {
    Listing live = listing(ListingStatus.LIVE, "110");
    assertThat(paused(live, offer("9.90", 0))).isEqualTo(Need.PUSH);
    List<Record> pushed =
        ListingDecider.pushed(ACCOUNT, live, offer("9.90", 0), CONTENT, Pushed.applied(TEE));
    Listing pausing = take(live, PresenceDecider.as(Presence.PAUSED, pushed));
    assertThat(pausing.status()).isEqualTo(ListingStatus.PAUSED);
    assertThat(pausing.listingId()).isEqualTo("110");
    assertThat(paused(pausing, offer("9.90", 0))).isEqualTo(Need.NOTHING);
    assertThat(paused(pausing, offer("8.90", 0))).isEqualTo(Need.PUSH);
    assertThat(need(pausing, offer("9.90", 5))).isEqualTo(Need.PUSH);
  }

  @Test
  void whatIsSoldOutPausesWithoutACall() {
    Listing soldOut =
        take(
            Listing.NONE,
            ListingDecider.published(
                ACCOUNT, Listing.NONE, offer("9.90", 0), Published.live("8", "110"), CONTENT));
    assertThat(paused(soldOut, offer("9.90", 0))).isEqualTo(Need.NOTE);
    Listing pausing = take(soldOut, PresenceDecider.noted(ACCOUNT, TEE, soldOut, Presence.PAUSED));
    assertThat(pausing.status()).isEqualTo(ListingStatus.PAUSED);
    assertThat(need(pausing, offer("9.90", 0))).isEqualTo(Need.NOTE);
    assertThat(paused(Listing.NONE, offer("9.90", 0))).isEqualTo(Need.NOTHING);
  }

  @Test
  void whatIsEndedKeepsItsIdAndIsRelistedOnceThereIsStock() {
    Listing live = listing(ListingStatus.LIVE, "110");
    Listing ended = take(live, PresenceDecider.ended(ACCOUNT, TEE, live));
    assertThat(ended.status()).isEqualTo(ListingStatus.ENDED);
    assertThat(ended.listingId()).isEqualTo("110");
    assertThat(PresenceDecider.ended(ACCOUNT, TEE, ended)).isEmpty();
    assertThat(need(ended, offer("9.90", 0))).isEqualTo(Need.NOTHING);
    assertThat(need(ended, offer("9.90", 5))).isEqualTo(Need.RELIST);

    Listing back = take(ended, PresenceDecider.backAgain(ACCOUNT, TEE, ended));
    assertThat(back.status()).isEqualTo(ListingStatus.LIVE);
    assertThat(need(back, offer("9.90", 5))).isEqualTo(Need.PUSH);
  }

  private static Need paused(Listing listing, Offer wanted) {
    return ListingDecider.need(listing, wanted, CONTENT, Presence.PAUSED);
  }

  @Test
  void whatNobodyKnowsWhileAChangeIsUnderWayIsSentAlsoWhenThatIsThrough() {
    Listing first = submitted("s1");
    assertThat(ListingDecider.unknownFigures(ACCOUNT, TEE, first)).as("never stood").isEmpty();
    Listing live = take(first, settled(first, "s1", Optional.empty()));
    Pushed answer = Pushed.submitted(TEE, "s2");
    Listing waiting =
        take(live, ListingDecider.pushed(ACCOUNT, live, offer("9.90", 4), CONTENT, answer));

    Listing unknown = take(waiting, ListingDecider.unknownFigures(ACCOUNT, TEE, waiting));
    assertThat(need(unknown, offer("9.90", 4))).isEqualTo(Need.PUSH);
    Listing through = take(unknown, settled(unknown, "s2", Optional.empty()));
    assertThat(through.status()).isEqualTo(ListingStatus.LIVE);
    assertThat(need(through, offer("9.90", 4))).isEqualTo(Need.PUSH);
  }

  private static Listing submitted(String submission) {
    Published at = Published.submitted("TEE", submission);
    return take(
        Listing.NONE,
        ListingDecider.published(ACCOUNT, Listing.NONE, offer("9.90", 5), at, CONTENT));
  }

  private static List<Record> settled(
      Listing listing, String submission, Optional<String> refused) {
    Settled answer =
        refused
            .map(why -> Settled.refused(TEE, why))
            .orElseGet(() -> Settled.done(TEE, Optional.of("B00TEE")));
    return ListingDecider.settled(ACCOUNT, TEE, listing, submission, answer);
  }

  private static Listing take(Listing listing, List<Record> events) {
    Listing now = listing;
    for (Record event : events) {
      now = now.evolve(event);
    }
    return now;
  }

  private static Need need(Listing listing, Offer wanted) {
    return ListingDecider.need(listing, wanted, CONTENT);
  }

  private static Listing listing(ListingStatus status, @Nullable String listingId) {
    return new Listing(
        status, "8", listingId, CONTENT, Money.of("9.90", "EUR"), new Quantity(5), List.of(), null);
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
