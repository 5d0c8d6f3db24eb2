package kontor.connector.adoption;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.connector.adoption.Candidate.Verdict;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ListingPage;
import kontor.connector.channel.ListingReports;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.ReportedListing;
import kontor.connector.content.ContentBook;
import kontor.connector.content.ContentEvent;
import kontor.connector.content.Contents;
import kontor.connector.listing.Listings;
import kontor.connector.listing.PresenceDecider;
import kontor.contracts.Sku;
import kontor.eventstore.Origin;

/**
 * Finds listings that were made without us and takes them over. What is adopted is decided first
 * and noted in the listing then: after a crash in between the same again does the rest.
 */
public final class Adoption {

  /** As many as one answer can wait for. */
  public static final int MOST_AT_ONCE = 1_000;

  private final Contents contents;
  private final Listings listings;
  private final OwnArticles articles;

  public Adoption(Contents contents, Listings listings, OwnArticles articles) {
    this.contents = contents;
    this.listings = listings;
    this.articles = articles;
  }

  /**
   * What is to be adopted.
   *
   * @param there the SKU that a listing has there
   * @param sku the article that a person says it is; none: the one that was found
   */
  public record Choice(Sku there, Optional<Sku> sku) {}

  /** A listing cannot be adopted; nothing was. */
  public static final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * What stands there.
   *
   * @param candidates those that are not ours yet
   * @param unreadable what of the marketplace's answer could not be read, in words for a person
   * @param later the marketplace is still writing it down: how long until it may be asked again
   */
  public record Found(
      List<Candidate> candidates, List<String> unreadable, Optional<Duration> later) {

    public Found {
      candidates = List.copyOf(candidates);
      unreadable = List.copyOf(unreadable);
    }
  }

  /**
   * Listings that are not ours yet.
   *
   * @throws RefusedException when the marketplace does not say what stands there
   * @throws ChannelException when the marketplace does not answer
   */
  public Found candidates(MarketplaceChannel channel) {
    ListingPage there = AllListings.read(reports(channel));
    if (there.later().isPresent()) {
      return new Found(List.of(), List.of(), there.later());
    }
    ContentBook book = contents.newest(channel.account());
    List<Candidate> candidates = Matching.of(articles.all(channel, book), there.listings());
    return new Found(candidates, there.unreadable(), Optional.empty());
  }

  /**
   * Adopts those chosen, all of them or none, or the first {@value #MOST_AT_ONCE} that are matched:
   * the same again adopts the next.
   *
   * @throws RefusedException when one of those chosen cannot be adopted, or it is not known yet
   *     what stands there
   */
  public List<Candidate> adopt(
      MarketplaceChannel channel, Optional<List<Choice>> choices, Origin origin) {
    Found found = candidates(channel);
    if (found.later().isPresent()) {
      throw new RefusedException(
          channel.title() + " is still writing down what stands there: try again later");
    }
    List<Candidate> candidates = found.candidates();
    Map<Sku, Candidate> adopted = new LinkedHashMap<>();
    if (choices.isEmpty()) {
      candidates.stream()
          .filter(one -> one.verdict() == Verdict.MATCHED && one.sku() != null)
          .limit(MOST_AT_ONCE)
          .forEach(one -> adopted.put(one.there().sku(), one));
    } else {
      Set<Sku> taken = new HashSet<>();
      for (Choice choice : choices.get()) {
        Candidate one = chosen(channel, candidates, choice);
        if (one.sku() == null || !taken.add(one.sku())) {
          throw new RefusedException("'" + choice.there() + "': the article was chosen twice");
        }
        adopted.put(choice.there(), one);
      }
    }
    take(channel, adopted.values(), origin);
    return List.copyOf(adopted.values());
  }

  private Candidate chosen(MarketplaceChannel channel, List<Candidate> candidates, Choice choice) {
    List<Candidate> named =
        candidates.stream().filter(one -> one.there().sku().equals(choice.there())).toList();
    if (named.size() != 1) {
      throw new RefusedException(
          "'" + choice.there() + "': " + named.size() + " listings to adopt have this SKU");
    }
    Candidate found = named.get(0);
    if (choice.sku().isEmpty()) {
      if (found.verdict() != Verdict.MATCHED) {
        throw new RefusedException("'" + choice.there() + "' " + found.reason());
      }
      return found;
    }
    Sku sku = choice.sku().get();
    OwnArticle article =
        articles
            .find(channel, contents.newest(channel.account()), sku)
            .orElseThrow(() -> new RefusedException("no article '" + sku + "'"));
    if (article.listed() || found.there().state() == ReportedListing.State.ENDED) {
      throw new RefusedException(
          "'" + sku + "' has a listing already, or this one is ended: end the other one first");
    }
    return new Candidate(found.there(), Verdict.MATCHED, sku, "chosen by a person");
  }

  private void take(MarketplaceChannel channel, Collection<Candidate> adopted, Origin origin) {
    contents.change(
        channel.account(),
        origin,
        book -> {
          List<ContentEvent> events = new ArrayList<>();
          for (Candidate one : adopted) {
            Sku sku = one.sku();
            if (sku != null) {
              events.addAll(book.adopt(sku, one.there().sku()));
            }
          }
          return events;
        });
    for (Candidate one : adopted) {
      Sku sku = one.sku();
      if (sku != null) {
        listings.update(
            channel,
            sku,
            listing -> PresenceDecider.adopted(channel.account(), sku, listing, one.there()));
      }
    }
  }

  private static ListingReports reports(MarketplaceChannel channel) {
    if (channel instanceof ListingReports reports) {
      return reports;
    }
    throw new RefusedException(channel.title() + " does not say what stands there");
  }
}
