package kontor.connector.adoption;

import kontor.connector.listing.Listing;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/**
 * An article of ours, as far as it matters for finding its listing.
 *
 * @param there what it is called there; its own SKU unless it was adopted
 * @param price that it would be offered for; none if it has none there
 * @param listing what we know to stand there
 */
public record OwnArticle(
    Sku sku, Sku there, @Nullable Gtin gtin, @Nullable Money price, Listing listing) {

  /** Whether we have a listing of it there, under whatever state. */
  boolean listed() {
    String offer = listing.offerId();
    return offer != null && !offer.isEmpty();
  }
}
