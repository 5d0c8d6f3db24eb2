package kontor.connector.channel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Sku;

/**
 * A marketplace that says what stands there of ours: to confirm what it only took note of, to
 * compare, and to adopt what was listed by hand.
 */
public interface ListingReports {

  /** Those of the articles that are there. */
  List<ReportedListing> listings(Collection<Sku> skus);

  /**
   * All of the account, a page at a time. A marketplace that needs a while for it says so: the same
   * again goes on with what was begun.
   *
   * @param cursor from the page before; none for the first
   */
  ListingPage allListings(Optional<String> cursor);
}
