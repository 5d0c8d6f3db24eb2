package kontor.connector.channel;

import java.util.List;
import java.util.Optional;

/**
 * A page of what stands on a marketplace.
 *
 * @param next the cursor of the next page
 */
public record ListingPage(List<ReportedListing> listings, Optional<String> next) {

  public ListingPage {
    listings = List.copyOf(listings);
  }
}
