package kontor.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kontor.connector.adoption.Adoption;
import kontor.connector.adoption.Adoption.Found;
import kontor.connector.adoption.Candidate;
import kontor.connector.adoption.Candidate.Verdict;
import kontor.connector.adoption.OwnArticle;
import kontor.connector.adoption.OwnArticles;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.content.ContentBook;
import kontor.connector.content.ContentEvent;
import kontor.connector.content.Contents;
import kontor.connector.listing.ListingNote;
import kontor.connector.listing.Listings;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.Origin;
import kontor.eventstore.kafka.TopicCreator;
import kontor.local.TestPlatform;
import org.junit.jupiter.api.Test;

/** Adoption of more listings than Amazon's search shows, with a real store. */
class AmazonAdoptionTest {

  private static final int ALL = 2_500;
  private static final int CONFLICTS = 100;

  @Test
  void allListingsOfALargeAccountAreAdoptedOnceAcrossRestarts() {
    try (AmazonStand stand = new AmazonStand(100, models());
        MongoClient mongo = MongoClients.create(TestPlatform.mongoUri());
        EventStore store = store(mongo)) {
      list(stand, ALL);
      Ours ours = new Ours(store);
      Adoption adoption = new Adoption(ours.contents, ours.listings, ours);

      assertThat(adoption.candidates(stand.restarted()).later()).isPresent();
      await()
          .pollInterval(Duration.ofMillis(100))
          .until(() -> adoption.candidates(stand.restarted()).later().isEmpty());
      AmazonChannel channel = stand.restarted();
      Found found = adoption.candidates(channel);
      assertThat(found.candidates()).hasSize(ALL);
      assertThat(found.unreadable()).isEmpty();
      assertThat(count(found, Verdict.CONFLICT)).isEqualTo(CONFLICTS);

      Set<Sku> adopted = new HashSet<>();
      List<Integer> steps = new ArrayList<>();
      List<Candidate> step;
      do {
        step = adoption.adopt(channel, Optional.empty(), Origin.of("test", "manager"));
        steps.add(step.size());
        step.forEach(one -> assertThat(adopted.add(one.there().sku())).isTrue());
      } while (!step.isEmpty());
      assertThat(steps).containsExactly(1_000, 1_000, ALL - CONFLICTS - 2_000, 0);
      assertThat(adoption.candidates(stand.restarted()).candidates())
          .hasSize(CONFLICTS)
          .allMatch(one -> one.verdict() == Verdict.CONFLICT);
      assertThat(ours.listings.find(channel, own(101)))
          .matches(one -> one.status() == ListingStatus.LIVE)
          .matches(one -> own(101).value().equals(one.offerId()));
      assertThat(ours.contents.newest(channel.account()).there(own(102))).isEqualTo(other(102));
      assertThat(calls(stand, "createReport", 202)).isEqualTo(1);
      for (String books : List.of("$.bucketBreaches", "$.modelViolations")) {
        assertThat(JsonPath.<Map<String, Object>>read(stand.ledger(), books)).isEmpty();
      }
    }
  }

  /** Amazon's own documents, which lie beside the repository. */
  private static Map<String, String> models() {
    Path folder = Path.of("../../shared/specs/amazon/models");
    return Files.isDirectory(folder) ? Map.of("AMAZON_MODELS", folder.toString()) : Map.of();
  }

  @Test
  void aReportOfSomebodyElsesInAnotherLanguageIsNotOfUse() {
    try (AmazonStand stand = new AmazonStand(100)) {
      list(stand, 1_001);
      AmazonFiles files = stand.byHand();
      Instant now = Instant.now();
      String german =
          files.createReport("GET_MERCHANT_LISTINGS_ALL_DATA", now.minusSeconds(60), now);
      await().until(() -> files.report(german).path("processingStatus").asString().equals("DONE"));
      AmazonChannel channel = stand.restarted();
      await()
          .pollInterval(Duration.ofMillis(300))
          .until(() -> channel.allListings(Optional.empty()).listings().size() == 1_001);
      assertThat(calls(stand, "createReport", 202)).isEqualTo(2);
      assertThat(channel.allListings(Optional.empty()).listings()).hasSize(1_001);
      assertThat(calls(stand, "getReportDocument", 200)).isEqualTo(2);
    }
  }

  private static void list(AmazonStand stand, int count) {
    stand.listedByHand(there().subList(0, count));
    await().until(() -> JsonPath.<Integer>read(stand.ledger(), "$.listings.length()") == count);
  }

  private static int calls(AmazonStand stand, String operation, int status) {
    return JsonPath.read(stand.ledger(), "$.calls." + operation + "['" + status + "']");
  }

  private static long count(Found found, Verdict verdict) {
    return found.candidates().stream().filter(one -> one.verdict() == verdict).count();
  }

  private static EventStore store(MongoClient mongo) {
    new TopicCreator(TestPlatform.bootstrapServers()).create(Topics.all());
    return new EventStore(
        mongo.getDatabase("test_" + UUID.randomUUID()),
        TestPlatform.bootstrapServers(),
        "connector",
        "adoption-test",
        new SimpleMeterRegistry(),
        Clock.systemUTC());
  }

  private static Sku own(int number) {
    return new Sku("ARTIKEL/" + number);
  }

  private static Sku other(int number) {
    return new Sku("ALT Ü" + number);
  }

  private static Gtin gtin(int number) {
    String digits = Long.toString(200_000_000_000L + number);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return new Gtin(digits + (10 - sum % 10) % 10);
  }

  /** Those with even numbers have another SKU there; the first hundred cost ten times as much. */
  private static List<Offer> there() {
    List<Offer> all = new ArrayList<>();
    for (int i = 0; i < ALL; i++) {
      all.add(
          new Offer(
              i % 2 == 0 ? other(i) : own(i),
              "Artikel " + i,
              "Schön.",
              "Kontor",
              gtin(i),
              List.of(),
              List.of("/media/a.png"),
              Money.of(i < CONFLICTS ? "100.00" : "10.00", "EUR"),
              new Quantity(5)));
    }
    return all;
  }

  /** As many articles as there are listings. */
  private static final class Ours implements OwnArticles {

    private final Contents contents;
    private final Listings listings;

    Ours(EventStore store) {
      contents =
          new Contents(
              store.aggregates(Contents.TYPE, EventCodec.of(ContentEvent.class)),
              Clock.systemUTC());
      listings =
          new Listings(
              store.aggregates(
                  Listings.TYPE, EventCodec.of(ListingEvent.class, ListingNote.class)));
    }

    @Override
    public Collection<OwnArticle> all(MarketplaceChannel channel, ContentBook book) {
      List<OwnArticle> all = new ArrayList<>();
      for (int i = 0; i < ALL; i++) {
        all.add(article(channel, book, i));
      }
      return all;
    }

    private OwnArticle article(MarketplaceChannel channel, ContentBook book, int number) {
      Sku sku = own(number);
      return new OwnArticle(
          sku,
          book.there(sku),
          gtin(number),
          Money.of("10.00", "EUR"),
          listings.find(channel, sku));
    }

    @Override
    public Optional<OwnArticle> find(MarketplaceChannel channel, ContentBook book, Sku sku) {
      return all(channel, book).stream().filter(one -> one.sku().equals(sku)).findFirst();
    }
  }
}
