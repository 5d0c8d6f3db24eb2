package kontor.connector.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kontor.connector.adoption.Candidate.Verdict;
import kontor.connector.channel.Account;
import kontor.connector.channel.ReportedListing;
import kontor.connector.channel.ReportedListing.State;
import kontor.connector.listing.Listing;
import kontor.connector.listing.PresenceDecider;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose a listing is that was made without us. */
class MatchingTest {

  private static final String TEE = "4006381333931";
  private static final String OTHER = "2000000000015";
  private static final Account ACCOUNT =
      new Account("ebay", new ChannelId("ebay-de"), "main", CountryCode.GERMANY, Map.of());

  @Test
  void theSkuCountsFirstThenTheGtinInWhateverForm() {
    List<OwnArticle> ours = List.of(own("TEE", TEE), own("TASSE", null), own("KANNE", OTHER));
    List<ReportedListing> there =
        List.of(there("ALT", "0" + TEE), there("TASSE", null), there("FREMD", null));

    assertThat(texts(ours, there))
        .containsExactly(
            "ALT MATCHED TEE has our GTIN; keeps its SKU there",
            "FREMD UNKNOWN null no article of ours has this SKU; the listing has no GTIN",
            "TASSE MATCHED TASSE has our SKU");
  }

  @Test
  void whatSpeaksAgainstAMatchIsAConflict() {
    List<OwnArticle> ours = List.of(own("TEE", TEE), own("TEE-2", TEE), own("TASSE", OTHER));
    assertThat(texts(ours, List.of(there("ALT", TEE))))
        .containsExactly("ALT CONFLICT TEE several articles of ours have this GTIN: TEE, TEE-2");
    assertThat(texts(ours, List.of(there("TASSE", TEE))))
        .containsExactly("TASSE CONFLICT TASSE has the GTIN " + TEE + ", ours is " + OTHER);
    assertThat(texts(ours, List.of(there("TASSE", null, "8"), there("TASSE", null, "9"))))
        .containsOnly("TASSE CONFLICT TASSE several listings there have this SKU");
    assertThat(texts(ours, List.of(there("TASSE", null), there("ALT", OTHER))))
        .contains("ALT CONFLICT TASSE several listings there are of this article");
    OwnArticle cheap =
        new OwnArticle(new Sku("A"), new Sku("A"), null, Money.of("4.00", "EUR"), Listing.NONE);
    assertThat(texts(List.of(cheap), List.of(there("A", null))))
        .containsExactly("A CONFLICT A costs 10.00 EUR there, 4.00 EUR here");
  }

  @Test
  void whatIsOursIsNoCandidateAndAnotherListingOfItIsAConflict() {
    ReportedListing first = there("ALT", TEE);
    OwnArticle article = own("TEE", TEE);
    Listing adopted = Listing.NONE;
    for (Record event : PresenceDecider.adopted(ACCOUNT, article.sku(), article.listing(), first)) {
      adopted = adopted.evolve(event);
    }
    OwnArticle ours =
        new OwnArticle(article.sku(), first.sku(), article.gtin(), article.price(), adopted);
    assertThat(texts(List.of(ours), List.of(first))).isEmpty();
    assertThat(texts(List.of(ours), List.of(first, there("TEE", null))))
        .containsExactly("TEE CONFLICT TEE the article has another listing, L-ALT");
    assertThat(PresenceDecider.adopted(ACCOUNT, article.sku(), adopted, first)).isEmpty();
    ReportedListing over = there("TEE", TEE, "TEE", State.ENDED);
    assertThat(texts(List.of(article), List.of(over)))
        .containsExactly("TEE UNKNOWN null it is ended there");
  }

  @Test
  void lawNoArticleIsMatchedTwiceInWhateverOrderTheyAreRead() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> gtins = List.of(TEE, OTHER, "4012345678901");
    for (int round = 0; round < 300; round++) {
      List<OwnArticle> ours = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        ours.add(own("S" + i, random.nextBoolean() ? gtins.get(random.nextInt(3)) : null));
      }
      List<ReportedListing> there = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        String gtin = random.nextBoolean() ? gtins.get(random.nextInt(3)) : null;
        there.add(there("S" + random.nextInt(8), gtin, "o" + i));
      }
      List<String> once = texts(ours, there);
      List<Sku> matched =
          Matching.of(ours, there).stream()
              .filter(one -> one.verdict() == Verdict.MATCHED)
              .map(Candidate::sku)
              .toList();
      assertThat(matched).as("seed %d", seed).doesNotHaveDuplicates();
      Collections.shuffle(there, random);
      assertThat(texts(ours, there)).as("seed %d", seed).isEqualTo(once);
    }
  }

  private static List<String> texts(List<OwnArticle> ours, List<ReportedListing> there) {
    return Matching.of(ours, there).stream()
        .map(one -> one.there().sku() + " " + one.verdict() + " " + one.sku() + " " + one.reason())
        .toList();
  }

  private static OwnArticle own(String sku, @Nullable String gtin) {
    return new OwnArticle(
        new Sku(sku),
        new Sku(sku),
        gtin == null ? null : new Gtin(gtin),
        Money.of("9.90", "EUR"),
        Listing.NONE);
  }

  private static ReportedListing there(String sku, @Nullable String gtin) {
    return there(sku, gtin, sku);
  }

  private static ReportedListing there(String sku, @Nullable String gtin, String offer) {
    return there(sku, gtin, offer, State.LIVE);
  }

  private static ReportedListing there(
      String sku, @Nullable String gtin, String offer, State state) {
    return new ReportedListing(
        new Sku(sku),
        offer,
        Optional.of("L-" + offer),
        state,
        sku,
        Optional.ofNullable(gtin).map(Gtin::new),
        Optional.of(Money.of("10.00", "EUR")),
        Optional.of(new Quantity(1)),
        List.of());
  }
}
