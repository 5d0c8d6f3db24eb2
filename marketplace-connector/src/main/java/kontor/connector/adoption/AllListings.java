package kontor.connector.adoption;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.ListingPage;
import kontor.connector.channel.ListingReports;
import kontor.connector.channel.ReportedListing;

/** Reads all that stands on a marketplace while a person waits for the answer. */
final class AllListings {

  private static final int MOST_PAGES = 1_000;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private AllListings() {}

  /** All pages as one; or that the marketplace is still writing them. */
  static ListingPage read(ListingReports reports) {
    List<ReportedListing> all = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    Optional<String> cursor = Optional.empty();
    do {
      Optional<String> at = cursor;
      ListingPage page = patiently(() -> reports.allListings(at));
      if (page.later().isPresent()) {
        return page;
      }
      all.addAll(page.listings());
      unreadable.addAll(page.unreadable());
      cursor = page.next().filter(cursors::add);
    } while (cursor.isPresent() && cursors.size() < MOST_PAGES);
    return ListingPage.all(all, unreadable);
  }

  /**
   * A call that has to wait a moment for its turn does; one that has to wait longer comes later.
   */
  private static ListingPage patiently(Supplier<ListingPage> call) {
    while (true) {
      try {
        return call.get();
      } catch (ChannelException e) {
        if (e.kind() != Kind.PACED) {
          throw e;
        }
        if (e.retryAfter().compareTo(LONGEST_WAIT) > 0) {
          return ListingPage.later(e.retryAfter());
        }
        rest(e);
      }
    }
  }

  private static void rest(ChannelException paced) {
    try {
      Thread.sleep(Math.max(20, paced.retryAfter().toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw paced;
    }
  }
}
