package kontor.connector.adoption;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kontor.connector.adoption.Candidate.Verdict;
import kontor.connector.channel.ReportedListing;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which article of ours a listing is that was made without us: by its SKU, else by its
 * GTIN (GS1 General Specifications §7.9: the same article has the same GTIN, whatever form it is
 * written in).
 */
public final class Matching {

  /** A price this many times ours, or this part of it, is hardly of the same article. */
  private static final int FAR = 2;

  private final Map<Sku, OwnArticle> bySku = new HashMap<>();
  private final Map<Sku, OwnArticle> byNameThere = new HashMap<>();
  private final Map<String, List<OwnArticle>> byGtin = new HashMap<>();
  private final Map<Sku, Long> listingsOfSku;
  private final Map<String, Long> listingsOfGtin;

  /**
   * @param ours all that we sell
   * @param there all that stands on the marketplace
   */
  public Matching(Collection<OwnArticle> ours, Collection<ReportedListing> there) {
    for (OwnArticle article : ours) {
      bySku.put(article.sku(), article);
      if (article.listed()) {
        byNameThere.put(article.there(), article);
      }
      if (article.gtin() != null) {
        byGtin.computeIfAbsent(padded(article.gtin()), g -> new ArrayList<>()).add(article);
      }
    }
    listingsOfSku =
        there.stream()
            .filter(Matching::stands)
            .collect(Collectors.groupingBy(ReportedListing::sku, Collectors.counting()));
    listingsOfGtin =
        there.stream()
            .filter(one -> stands(one) && one.gtin().isPresent())
            .collect(
                Collectors.groupingBy(
                    one -> one.gtin().map(Matching::padded).orElse(""), Collectors.counting()));
  }

  /** All that can be said of the marketplace's listings; those that are ours are left out. */
  public static List<Candidate> of(Collection<OwnArticle> ours, Collection<ReportedListing> there) {
    Matching matching = new Matching(ours, there);
    return there.stream()
        .map(matching::judge)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing((Candidate one) -> one.there().sku().value())
                .thenComparing(one -> one.there().offerId()))
        .toList();
  }

  private Optional<Candidate> judge(ReportedListing one) {
    OwnArticle known = byNameThere.get(one.sku());
    if (known != null && one.offerId().equals(known.listing().offerId())) {
      return Optional.empty(); // ours already
    }
    OwnArticle sameName = bySku.get(one.sku());
    if (!stands(one)) {
      return Optional.of(candidate(one, Verdict.UNKNOWN, null, "it is ended there"));
    }
    return Optional.of(sameName == null ? byGtin(one) : bySku(one, sameName));
  }

  private Candidate bySku(ReportedListing one, OwnArticle article) {
    if (listingsOfSku.getOrDefault(one.sku(), 0L) > 1) {
      return conflict(one, article, "several listings there have this SKU");
    }
    if (article.listed()) {
      return conflict(one, article, "the article has another listing, " + id(article));
    }
    Optional<String> doubt = otherGtin(one, article).or(() -> farPrice(one, article));
    return doubt
        .map(why -> conflict(one, article, why))
        .orElseGet(() -> candidate(one, Verdict.MATCHED, article.sku(), "has our SKU"));
  }

  private Candidate byGtin(ReportedListing one) {
    List<OwnArticle> same =
        one.gtin().map(gtin -> byGtin.getOrDefault(padded(gtin), List.of())).orElse(List.of());
    if (same.isEmpty()) {
      String why = one.gtin().isPresent() ? "SKU or GTIN" : "SKU; the listing has no GTIN";
      return candidate(one, Verdict.UNKNOWN, null, "no article of ours has this " + why);
    }
    OwnArticle article = same.get(0);
    if (same.size() > 1) {
      return conflict(one, article, "several articles of ours have this GTIN: " + names(same));
    }
    if (listingsOfGtin.getOrDefault(padded(one.gtin().orElseThrow()), 0L) > 1
        || listingsOfSku.containsKey(article.sku())) {
      return conflict(one, article, "several listings there are of this article");
    }
    if (article.listed()) {
      return conflict(one, article, "the article has another listing, " + id(article));
    }
    return farPrice(one, article)
        .map(why -> conflict(one, article, why))
        .orElseGet(
            () ->
                candidate(
                    one, Verdict.MATCHED, article.sku(), "has our GTIN; keeps its SKU there"));
  }

  private static Optional<String> otherGtin(ReportedListing one, OwnArticle article) {
    Gtin own = article.gtin();
    return one.gtin()
        .filter(gtin -> own != null && !padded(gtin).equals(padded(own)))
        .map(gtin -> "has the GTIN " + gtin + ", ours is " + own);
  }

  private static Optional<String> farPrice(ReportedListing one, OwnArticle article) {
    Money own = article.price();
    return one.price()
        .filter(price -> own != null && price.currency().equals(own.currency()))
        .filter(price -> far(price.minor(), own == null ? 0 : own.minor()))
        .map(price -> "costs " + price + " there, " + own + " here");
  }

  private static boolean far(long one, long other) {
    return one > Math.multiplyExact(other, FAR) || other > Math.multiplyExact(one, FAR);
  }

  private static boolean stands(ReportedListing one) {
    return one.state() != ReportedListing.State.ENDED;
  }

  private static String id(OwnArticle article) {
    String listing = article.listing().listingId();
    return listing == null ? "not shown yet" : listing;
  }

  private static String names(List<OwnArticle> articles) {
    return articles.stream()
        .map(one -> one.sku().value())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Candidate conflict(ReportedListing one, OwnArticle article, String why) {
    return candidate(one, Verdict.CONFLICT, article.sku(), why);
  }

  private static Candidate candidate(
      ReportedListing one, Verdict verdict, @Nullable Sku sku, String reason) {
    return new Candidate(one, verdict, sku, reason);
  }

  /** The form with 14 digits, into which all others can be brought. */
  private static String padded(Gtin gtin) {
    return "0".repeat(14 - gtin.value().length()) + gtin.value();
  }
}
