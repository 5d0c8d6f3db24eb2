package kontor.connector.amazon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.Pace;
import kontor.connector.channel.Percent;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Pushed;
import kontor.connector.channel.ReportedListing;
import kontor.connector.channel.Submissions.Settled;
import kontor.contracts.Sku;
import tools.jackson.databind.JsonNode;

/**
 * Prices and quantities at Amazon: many at once go as a feed; a few, or if no feed is allowed now,
 * one by one, and so do urgent ones that can all be sent in a second, since a feed takes Amazon
 * minutes. What Amazon accepts is done when it shows it.
 */
final class AmazonFigures {

  private static final String FEED = "feed:";

  /** As many as are worth a feed: single patches would take four seconds. */
  private static final int FEED_FROM = 20;

  private static final Duration SOON = Duration.ofSeconds(1);

  private final AmazonClient client;
  private final Pace pace;
  private final Account account;
  private final AmazonDocuments documents;
  private final AmazonListings listings;
  private final AmazonFeeds feeds;

  AmazonFigures(
      AmazonClient client,
      Pace pace,
      Account account,
      AmazonDocuments documents,
      AmazonListings listings) {
    this.client = client;
    this.pace = pace;
    this.account = account;
    this.documents = documents;
    this.listings = listings;
    this.feeds = new AmazonFeeds(client, account, documents);
  }

  List<Pushed> push(List<PriceAndQuantity> offers) {
    if (offers.size() < FEED_FROM || !pace.has(AmazonLimits.LISTINGS_FEED)) {
      return patchAll(offers);
    }
    List<PriceAndQuantity> urgent = offers.stream().filter(PriceAndQuantity::urgent).toList();
    if (urgent.isEmpty() || !soon(urgent.size())) {
      return feed(offers);
    }
    // the others are asked for once more, and are enough for a feed or are not
    return patchAll(urgent);
  }

  /** Whether so many can be sent one by one at once. */
  private boolean soon(int patches) {
    return pace.left(AmazonLimits.PATCH_LISTING)
        .map(left -> left.timeFor(patches).compareTo(SOON) <= 0)
        .orElse(true);
  }

  private List<Pushed> feed(List<PriceAndQuantity> offers) {
    pace.take(AmazonLimits.LISTINGS_FEED);
    String submission = FEED + feeds.submit(offers);
    return offers.stream().map(offer -> Pushed.submitted(offer.sku(), submission)).toList();
  }

  private List<Pushed> patchAll(List<PriceAndQuantity> offers) {
    List<Pushed> pushed = new ArrayList<>();
    for (PriceAndQuantity offer : offers) {
      if (!pushed.isEmpty() && !pace.has(AmazonLimits.PATCH_LISTING)) {
        break; // the others stay to be done
      }
      pushed.add(patch(offer));
    }
    return pushed;
  }

  /** Feeds are asked for one by one; single changes are looked at, twenty articles in a call. */
  List<Settled> settled(Map<String, List<PriceAndQuantity>> submissions) {
    Map<Sku, PriceAndQuantity> patched = new HashMap<>();
    Map<String, List<PriceAndQuantity>> filed = new LinkedHashMap<>();
    submissions.forEach(
        (submission, parts) -> {
          if (submission.startsWith(FEED)) {
            filed.put(submission.substring(FEED.length()), parts);
          } else {
            parts.forEach(part -> patched.put(part.sku(), part));
          }
        });
    List<Settled> settled = new ArrayList<>();
    for (ReportedListing listing : listings.find(patched.keySet())) {
      PriceAndQuantity part = patched.get(listing.sku());
      if (part != null) {
        outcome(listing, part).ifPresent(settled::add);
      }
    }
    filed.forEach((feed, parts) -> feeds.outcome(feed, parts).ifPresent(settled::addAll));
    return settled;
  }

  /** Where an article is to be changed. */
  String item(Sku sku) {
    return "/listings/2021-08-01/items/"
        + Percent.encode(account.setting(AmazonFields.SELLER))
        + "/"
        + Percent.encode(sku.value())
        + "?marketplaceIds="
        + account.setting(AmazonFields.MARKETPLACE);
  }

  private Pushed patch(PriceAndQuantity offer) {
    JsonNode answer =
        client.send(
            AmazonLimits.PATCH_LISTING, "PATCH", item(offer.sku()), documents.figures(offer));
    return AmazonIssues.errors(answer)
        .map(why -> Pushed.refused(offer.sku(), why))
        .orElseGet(() -> Pushed.submitted(offer.sku(), answer.path("submissionId").asString()));
  }

  /** Nothing as long as Amazon shows neither the figures nor an objection. */
  private static Optional<Settled> outcome(ReportedListing listing, PriceAndQuantity sent) {
    Optional<String> errors = AmazonIssues.errors(listing.issues());
    if (errors.isPresent()) {
      return errors.map(why -> Settled.refused(sent.sku(), why));
    }
    boolean shown =
        listing.price().filter(sent.price()::equals).isPresent()
            && listing.quantity().filter(sent.quantity()::equals).isPresent();
    return shown ? Optional.of(Settled.done(sent.sku(), listing.listingId())) : Optional.empty();
  }
}
