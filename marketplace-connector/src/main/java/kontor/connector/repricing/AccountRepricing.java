package kontor.connector.repricing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kontor.connector.channel.Account;
import kontor.connector.channel.CompetitorOffers;
import kontor.connector.channel.CompetitorOffers.Competition;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.listing.Assortment;
import kontor.connector.listing.ChannelPrices;
import kontor.connector.listing.Listing;
import kontor.connector.listing.Listings;
import kontor.connector.listing.WantedOffers;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent.ListingStatus;

/**
 * Applies an account's rules to what it sells. One thread at a time, on the instance that has the
 * account. What was decided before a crash stands in the price's stream, so doing it again decides
 * nothing.
 */
public final class AccountRepricing {

  private static final int AT_A_TIME = 200;

  private final MarketplaceChannel channel;
  private final Account account;
  private final Sources sources;
  private final Timing timing;
  private final Clock clock;
  private final CompetitorWatch watch;
  private final Map<Sku, List<String>> noted = new HashMap<>();
  private final Set<Sku> watched = new TreeSet<>();
  private RuleBook book = RuleBook.EMPTY;
  private RuleChoice choice = book.choice();

  /** Where everything comes from. */
  public record Sources(
      RuleBooks rules,
      PriceBook book,
      ChannelPrices prices,
      Floors floors,
      Pictures pictures,
      Assortment assortment,
      WantedOffers wanted,
      Listings listings) {}

  /**
   * How often it is looked at competitors.
   *
   * @param lookEvery an article's competitors, at the earliest after so long
   * @param staleAfter what was seen so long ago says nothing
   * @param zone of schedules
   */
  public record Timing(Duration lookEvery, Duration staleAfter, ZoneId zone) {}

  public AccountRepricing(MarketplaceChannel channel, Sources sources, Timing timing, Clock clock) {
    this.channel = channel;
    this.account = channel.account();
    this.sources = sources;
    this.timing = timing;
    this.clock = clock;
    this.watch =
        new CompetitorWatch(
            channel,
            sources.pictures(),
            timing.lookEvery(),
            sku -> sources.listings().lastSeen(channel, sku).listingId(),
            clock);
  }

  /** The marketplace hints that what others ask has changed there. Any thread may say so. */
  public void lookSoon(String listingId) {
    watch.hint(listingId);
  }

  /** Another instance worked for the account until now: what is remembered may be old. */
  public void takeOver() {
    watch.forget();
    noted.clear();
  }

  /** Looks at the competitors of those articles that it is time for, as far as calls allow. */
  public void look() {
    watch.look(
        watched, sku -> shown(sku).filter(now -> PriceDecider.ready(price(sku), now)).isPresent());
  }

  /** Decides about all articles that a rule is for, and ends what rules of before have done. */
  public void run() {
    book = sources.rules().of(account);
    choice = book.choice();
    watched.clear();
    List<Sku> governed = new ArrayList<>();
    for (Sku sku : new TreeSet<>(sources.assortment().skus())) {
      Optional<RepricingRule> rule = rule(sku);
      rule.filter(RepricingRule::watchesOthers).ifPresent(one -> watched.add(sku));
      if (rule.isPresent()) {
        governed.add(sku);
      } else if (sources.prices().find(account, sku).isPresent()) {
        release(sku);
      }
    }
    if (governed.isEmpty()) {
      return;
    }
    Optional<Percentage> fee = sources.floors().fee(account, book.terms());
    for (int from = 0; from < governed.size(); from += AT_A_TIME) {
      List<Sku> some = governed.subList(from, Math.min(governed.size(), from + AT_A_TIME));
      Map<Sku, Competition> seen = sources.pictures().find(account, some);
      some.forEach(sku -> reprice(sku, Optional.ofNullable(seen.get(sku)), fee));
    }
  }

  private Optional<RepricingRule> rule(Sku sku) {
    return sources
        .assortment()
        .find(sku)
        .flatMap(article -> choice.rule(sku, article.product().categories()));
  }

  /** What the marketplace shows, if it is live there. */
  private Optional<Money> shown(Sku sku) {
    Listing listing = sources.listings().lastSeen(channel, sku);
    return listing.status() == ListingStatus.LIVE
        ? Optional.ofNullable(listing.price())
        : Optional.empty();
  }

  private void reprice(Sku sku, Optional<Competition> seen, Optional<Percentage> fee) {
    Optional<RepricingRule> rule = rule(sku);
    Optional<Money> shown = shown(sku);
    Optional<Offer> offer = sources.wanted().offer(channel, sku);
    if (rule.isEmpty() || shown.isEmpty() || !offer.map(Offer::price).equals(shown)) {
      return; // on its way there, or not for sale there
    }
    if (rule.get().watchesOthers() && !(channel instanceof CompetitorOffers)) {
      note(sku, List.of("This marketplace does not show what others ask."));
      return;
    }
    ChannelPrice price = price(sku);
    if (PriceDecider.ready(price, shown.get())) {
      Floor floor = sources.floors().of(account, sku, book.terms(), fee);
      decide(sku, price, situation(rule.get(), offer.get(), seen, floor, price.changes()));
    }
  }

  private Situation situation(
      RepricingRule rule,
      Offer offer,
      Optional<Competition> seen,
      Floor floor,
      List<PriceChange> changes) {
    return new Situation(
        rule,
        offer.price(),
        offer.quantity(),
        seen,
        floor,
        changes,
        clock.instant(),
        timing.zone(),
        timing.staleAfter());
  }

  /** The store is asked only where there is something to decide; it decides on its newest state. */
  private void decide(Sku sku, ChannelPrice price, Situation situation) {
    Outcome outcome = Repricer.decide(situation);
    note(sku, outcome.reasons());
    RepricingRule rule = situation.rule();
    Money shown = situation.current();
    Instant now = situation.now();
    if (PriceDecider.reprice(price, rule, shown, outcome, now).isEmpty()) {
      return;
    }
    sources
        .book()
        .decide(
            PriceKey.of(account, sku),
            state ->
                state.changes().equals(price.changes())
                    ? PriceDecider.reprice(state, rule, shown, outcome, now)
                    : List.of());
    watch.lookSoon(sku);
  }

  private void note(Sku sku, List<String> reasons) {
    if (!reasons.equals(noted.put(sku, reasons))) {
      sources.pictures().note(account, sku, reasons);
    }
  }

  private void release(Sku sku) {
    Instant now = clock.instant();
    if (!PriceDecider.released(price(sku), now).isEmpty()) {
      sources.book().decide(PriceKey.of(account, sku), state -> PriceDecider.released(state, now));
    }
  }

  /** From memory, unless the other instance has told of something else meanwhile. */
  private ChannelPrice price(Sku sku) {
    PriceKey key = PriceKey.of(account, sku);
    ChannelPrice known = sources.book().lastSeen(key);
    boolean same =
        sources.prices().find(account, sku).filter(known.published()::equals).isPresent();
    boolean untouched = sources.prices().find(account, sku).isEmpty() && known.proposal() == null;
    return same || untouched ? known : sources.book().find(key);
  }
}
