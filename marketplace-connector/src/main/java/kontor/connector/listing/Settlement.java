package kontor.connector.listing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import kontor.connector.channel.Account;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Submissions;
import kontor.connector.channel.Submissions.Settled;
import kontor.connector.content.ContentBook;
import kontor.connector.content.Presence;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the marketplace has only taken note of, until it says what became of it. */
final class Settlement {

  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);

  private final MarketplaceChannel channel;
  private final Account account;
  private final Listings listings;
  private final Function<Sku, Presence> presence;
  private final Supplier<ContentBook> names;
  private final Clock clock;
  private final Map<Sku, Instant> since = new HashMap<>();

  Settlement(
      MarketplaceChannel channel,
      Listings listings,
      Function<Sku, Presence> presence,
      Supplier<ContentBook> names,
      Clock clock) {
    this.presence = presence;
    this.names = names;
    this.channel = channel;
    this.account = channel.account();
    this.listings = listings;
    this.clock = clock;
  }

  /** It waits, from before we knew. */
  void waitFor(Sku sku) {
    since.putIfAbsent(sku, clock.instant());
  }

  /** It waits from now on. */
  void waitAnew(Sku sku) {
    since.put(sku, clock.instant());
  }

  /** Another instance worked until now. */
  void forget() {
    since.clear();
  }

  /**
   * Asks the marketplace.
   *
   * @param listing as it is known here
   * @return those of which it has said something, and those that it has lost
   */
  List<Sku> run(Function<Sku, Listing> listing) {
    List<Sku> told = new ArrayList<>();
    if (channel instanceof Submissions submissions) {
      Map<String, List<PriceAndQuantity>> waiting = waiting(listing);
      if (!waiting.isEmpty()) {
        Map<Sku, String> ids = new HashMap<>();
        waiting.forEach((id, parts) -> parts.forEach(part -> ids.put(part.sku(), id)));
        for (Settled one : submissions.settled(waiting)) {
          Sku sku = names.get().ours(one.sku());
          settle(String.valueOf(ids.get(one.sku())), sku, one);
          told.add(sku);
        }
      }
      told.addAll(giveUp(listing));
    }
    return told;
  }

  private Map<String, List<PriceAndQuantity>> waiting(Function<Sku, Listing> listing) {
    Map<String, List<PriceAndQuantity>> waiting = new LinkedHashMap<>();
    for (Sku sku : Set.copyOf(since.keySet())) {
      Listing known = listing.apply(sku);
      String submission = known.submission();
      if (!known.waiting() || submission == null) {
        since.remove(sku);
      } else {
        part(sku, known)
            .ifPresent(
                part -> waiting.computeIfAbsent(submission, id -> new ArrayList<>()).add(part));
      }
    }
    return waiting;
  }

  /** Of what the marketplace has not said anything for long, it will say nothing any more. */
  private List<Sku> giveUp(Function<Sku, Listing> listing) {
    Instant lost = clock.instant().minus(LONGEST_SILENCE);
    List<Sku> given = new ArrayList<>();
    since.forEach(
        (sku, sent) -> {
          if (sent.isBefore(lost)) {
            given.add(sku);
          }
        });
    for (Sku sku : given) {
      LOG.warn("{} says nothing of {} any more; sending again", account.key(), sku);
      settle(
          String.valueOf(listing.apply(sku).submission()),
          sku,
          Settled.lost(names.get().there(sku)));
    }
    return given;
  }

  private void settle(String submission, Sku sku, Settled settled) {
    settled.refused().ifPresent(why -> LOG.info("{} refuses {}: {}", account.key(), sku, why));
    listings.update(
        channel,
        sku,
        listing ->
            PresenceDecider.as(
                presence.apply(sku),
                ListingDecider.settled(account, sku, listing, submission, settled)));
    since.remove(sku);
  }

  /** Empty when nobody knows what will stand there: then it is about to be sent anew. */
  private Optional<PriceAndQuantity> part(Sku sku, Listing listing) {
    Money price = listing.price();
    Quantity quantity = listing.quantity();
    String offerId = String.valueOf(listing.offerId());
    return price == null || quantity == null
        ? Optional.empty()
        : Optional.of(
            new PriceAndQuantity(names.get().there(sku), offerId, price, quantity, false));
  }
}
