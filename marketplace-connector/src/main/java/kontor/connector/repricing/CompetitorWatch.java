package kontor.connector.repricing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import kontor.connector.channel.Account;
import kontor.connector.channel.CompetitorOffers;
import kontor.connector.channel.MarketplaceChannel;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/**
 * Looks at articles' competitors in turn, those first that are hinted at, then those that it is
 * longest since.
 */
final class CompetitorWatch {

  private final MarketplaceChannel channel;
  private final Account account;
  private final Pictures pictures;
  private final Duration every;
  private final Clock clock;
  private final Function<Sku, @Nullable String> listing;
  private final Map<Sku, Instant> looked = new HashMap<>();
  private final Set<String> hinted = ConcurrentHashMap.newKeySet();

  /**
   * @param every an article, at the earliest after so long
   * @param listing under which id an article stands there
   */
  CompetitorWatch(
      MarketplaceChannel channel,
      Pictures pictures,
      Duration every,
      Function<Sku, @Nullable String> listing,
      Clock clock) {
    this.listing = listing;
    this.channel = channel;
    this.account = channel.account();
    this.pictures = pictures;
    this.every = every;
    this.clock = clock;
  }

  /** Another instance looked until now. */
  void forget() {
    looked.clear();
  }

  /** The price is another one now, so competitors may be others as well. */
  void lookSoon(Sku sku) {
    looked.remove(sku);
  }

  /** The marketplace hints that competitors have changed something. Any thread may say so. */
  void hint(String listingId) {
    hinted.add(listingId);
  }

  private void takeHints(Collection<Sku> watched) {
    Set<String> taken = Set.copyOf(hinted);
    if (!taken.isEmpty()) {
      hinted.removeAll(taken);
      watched.stream().filter(sku -> isOneOf(taken, listing.apply(sku))).forEach(looked::remove);
    }
  }

  private static boolean isOneOf(Set<String> ids, @Nullable String id) {
    return id != null && ids.contains(id);
  }

  /**
   * Makes one call, if one is allowed and there is anything to look at.
   *
   * @param ready whether the marketplace shows what we believe; else it is too early to look
   */
  void look(Collection<Sku> watched, Predicate<Sku> ready) {
    if (!(channel instanceof CompetitorOffers others) || !others.mayCompare()) {
      return;
    }
    takeHints(watched);
    Instant now = clock.instant();
    Instant due = now.minus(every);
    List<Sku> next =
        watched.stream()
            .filter(sku -> !last(sku).isAfter(due))
            .filter(ready)
            .sorted(Comparator.comparing(this::last).thenComparing(sku -> sku))
            .limit(others.mostCompared())
            .toList();
    if (!next.isEmpty()) {
      pictures.put(account, others.competition(next));
      next.forEach(sku -> looked.put(sku, now));
    }
  }

  private Instant last(Sku sku) {
    return looked.getOrDefault(sku, Instant.MIN);
  }
}
