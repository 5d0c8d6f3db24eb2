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
import java.util.function.Supplier;
import kontor.connector.adoption.Candidate.Verdict;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
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

  private static final int MOST_PAGES = 1_000;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

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
   * Listings that are not ours yet.
   *
   * @throws RefusedException when the marketplace does not say what stands there
   * @throws ChannelException when the marketplace does not answer
   */
  public List<Candidate> candidates(MarketplaceChannel channel) {
    ContentBook book = contents.newest(channel.account());
    return Matching.of(articles.all(channel, book), all(reports(channel)));
  }

  /**
   * Adopts all that are matched, or those chosen, all of them or none.
   *
   * @throws RefusedException when one of those chosen cannot be adopted
   */
  public List<Candidate> adopt(
      MarketplaceChannel channel, Optional<List<Choice>> choices, Origin origin) {
    List<Candidate> candidates = candidates(channel);
    Map<Sku, Candidate> adopted = new LinkedHashMap<>();
    if (choices.isEmpty()) {
      candidates.stream()
          .filter(one -> one.verdict() == Verdict.MATCHED && one.sku() != null)
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

  private static List<ReportedListing> all(ListingReports reports) {
    List<ReportedListing> all = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    Optional<String> cursor = Optional.empty();
    do {
      Optional<String> at = cursor;
      ListingPage page = patiently(() -> reports.allListings(at));
      all.addAll(page.listings());
      cursor = page.next().filter(cursors::add);
    } while (cursor.isPresent() && cursors.size() < MOST_PAGES);
    return all;
  }

  /** A person waits for the answer: a call that has to wait a moment for its turn does. */
  private static ListingPage patiently(Supplier<ListingPage> call) {
    while (true) {
      try {
        return call.get();
      } catch (ChannelException e) {
        if (e.kind() != Kind.PACED || e.retryAfter().compareTo(LONGEST_WAIT) > 0) {
          throw e;
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
