package kontor.connector.adoption.adapter;

import java.util.List;
import kontor.connector.adoption.Adoption.Found;
import kontor.connector.adoption.Candidate;
import kontor.connector.adoption.Candidate.Verdict;
import kontor.connector.channel.ReportedListing;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/**
 * A page of the listings that are not ours yet.
 *
 * @param writing the marketplace is still writing down what stands there: nothing is known yet
 * @param matched how many can be adopted as they are
 * @param unreadable how many the marketplace tells of that cannot be read
 * @param notRead the first of those, with the reason
 * @param next the cursor of the next page; absent on the last
 */
record CandidatePage(
    boolean writing,
    int matched,
    int conflicts,
    int unknown,
    int unreadable,
    List<String> notRead,
    List<Item> items,
    @Nullable String next) {

  private static final int MOST_NAMED = 100;

  /**
   * A listing there.
   *
   * @param there its SKU there
   * @param sku our article; absent when it is not known
   */
  record Item(
      Sku there,
      String offerId,
      @Nullable String listingId,
      ReportedListing.State state,
      String title,
      @Nullable Gtin gtin,
      @Nullable Money price,
      @Nullable Quantity quantity,
      Verdict verdict,
      @Nullable Sku sku,
      String reason) {

    static Item of(Candidate one) {
      ReportedListing there = one.there();
      return new Item(
          there.sku(),
          there.offerId(),
          there.listingId().orElse(null),
          there.state(),
          there.title(),
          there.gtin().orElse(null),
          there.price().orElse(null),
          there.quantity().orElse(null),
          one.verdict(),
          one.sku(),
          one.reason());
    }
  }

  static CandidatePage of(Found found, @Nullable Verdict wanted, int cursor, int limit) {
    List<Candidate> all = found.candidates();
    List<Item> items =
        all.stream()
            .filter(one -> wanted == null || one.verdict() == wanted)
            .skip(cursor)
            .limit(limit + 1L)
            .map(Item::of)
            .toList();
    boolean more = items.size() > limit;
    return new CandidatePage(
        found.later().isPresent(),
        count(all, Verdict.MATCHED),
        count(all, Verdict.CONFLICT),
        count(all, Verdict.UNKNOWN),
        found.unreadable().size(),
        found.unreadable().stream().limit(MOST_NAMED).toList(),
        more ? items.subList(0, limit) : items,
        more ? Integer.toString(cursor + limit) : null);
  }

  private static int count(List<Candidate> all, Verdict verdict) {
    return (int) all.stream().filter(one -> one.verdict() == verdict).count();
  }
}
