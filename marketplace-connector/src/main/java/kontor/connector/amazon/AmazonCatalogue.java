package kontor.connector.amazon;

import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.ListingPage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All listings of an account, by the report GET_MERCHANT_LISTINGS_ALL_DATA: the search shows 1,000
 * at most. Amazon needs minutes to write it, so whoever asks is told to come again. Which report is
 * under way Amazon itself knows: after a restart, or in another instance, it is found there and
 * none is asked for a second time.
 */
final class AmazonCatalogue {

  private static final String TYPE = "GET_MERCHANT_LISTINGS_ALL_DATA";

  /** Amazon cancels what is asked for more often. */
  private static final Duration FRESH = Duration.ofMinutes(30);

  private final AmazonFiles files;
  private final Account account;
  private final Duration pause;
  private final Clock clock;
  private @Nullable String report;
  private @Nullable String own;
  private @Nullable Reading last;

  /**
   * What was read. There may be a hundred thousand listings: where memory is needed it goes, and is
   * read again.
   */
  private record Reading(SoftReference<ListingPage> page, Instant writtenAt) {}

  /**
   * @param pause while Amazon writes
   */
  AmazonCatalogue(AmazonFiles files, Account account, Duration pause, Clock clock) {
    this.files = files;
    this.account = account;
    this.pause = pause;
    this.clock = clock;
  }

  /** All listings, at most half an hour old. */
  synchronized ListingPage read() {
    Instant oldest = clock.instant().minus(FRESH);
    Reading before = last;
    ListingPage known =
        before == null || before.writtenAt().isBefore(oldest) ? null : before.page().get();
    if (known != null) {
      return known;
    }
    Optional<String> asked = Optional.ofNullable(report).or(() -> begun(oldest));
    return asked.isEmpty() ? ask() : written(asked.get());
  }

  private ListingPage ask() {
    report = files.createReport(TYPE);
    own = report;
    return ListingPage.later(pause);
  }

  /** The newest report for this site alone that somebody asked for and that is still of use. */
  private Optional<String> begun(Instant oldest) {
    return files.reportsSince(TYPE, oldest, "IN_QUEUE,IN_PROGRESS,DONE").stream()
        .filter(one -> one.path("marketplaceIds").size() == 1)
        .max(Comparator.comparing(AmazonCatalogue::madeAt))
        .map(one -> one.path("reportId").asString());
  }

  private ListingPage written(String id) {
    report = null; // should anything go wrong, Amazon is asked again which one there is
    JsonNode state = files.report(id);
    String status = state.path("processingStatus").asString("");
    if (status.equals("IN_QUEUE") || status.equals("IN_PROGRESS")) {
      report = id;
      return ListingPage.later(pause);
    }
    if (!status.equals("DONE")) {
      throw new ChannelException(
          Kind.RETRY, "the report of all listings is " + status, Duration.ofMinutes(5), null);
    }
    return text(id, state);
  }

  /** Somebody else's may have its columns in another language: then there has to be one of ours. */
  private ListingPage text(String id, JsonNode state) {
    String text = files.reportText(state.path("reportDocumentId").asString());
    if (!AmazonCatalogueFile.knows(text) && !id.equals(own)) {
      return ask();
    }
    ListingPage page = AmazonCatalogueFile.read(text, account.country());
    last = new Reading(new SoftReference<>(page), madeAt(state));
    return page;
  }

  private static Instant madeAt(JsonNode state) {
    return Instant.parse(state.path("createdTime").asString());
  }
}
