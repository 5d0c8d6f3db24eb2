package kontor.connector.channel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A page of what stands on a marketplace.
 *
 * @param next the cursor of the next page
 * @param unreadable what of the page could not be read, each in words for a person
 * @param later the marketplace has to write down what stands there first: how long until it may be
 *     asked again; the page is empty then
 */
public record ListingPage(
    List<ReportedListing> listings,
    Optional<String> next,
    List<String> unreadable,
    Optional<Duration> later) {

  public ListingPage {
    listings = List.copyOf(listings);
    unreadable = List.copyOf(unreadable);
  }

  /** A page of which all could be read. */
  public ListingPage(List<ReportedListing> listings, Optional<String> next) {
    this(listings, next, List.of(), Optional.empty());
  }

  /** The only page. */
  public static ListingPage all(List<ReportedListing> listings, List<String> unreadable) {
    return new ListingPage(listings, Optional.empty(), unreadable, Optional.empty());
  }

  /** Nothing yet: the marketplace is at it. */
  public static ListingPage later(Duration pause) {
    return new ListingPage(List.of(), Optional.empty(), List.of(), Optional.of(pause));
  }
}
