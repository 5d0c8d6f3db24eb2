package kontor.connector.etsy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import kontor.connector.channel.FeeReports.ClosedSettlement;
import kontor.connector.channel.FeeReports.SettledAmount;
import kontor.connector.channel.FeeReports.Settlement;
import kontor.contracts.Money;
import kontor.contracts.settlement.SettlementEvent.MovementKind;

/**
 * Reads payouts from a shop's payment account, for Etsy has no list of them: a payout settles all
 * that was booked since the one before. What the account held before, and what Etsy keeps in it,
 * are movements as well, so all of them add up to the payout, or an entry is missing.
 */
final class EtsyPayouts {

  /** Entries may show some time after they were booked. */
  private static final Duration OVERLAP = Duration.ofHours(6);

  /** How far back the payout before is looked for: half a year. */
  private static final int MOST_WINDOWS = 26;

  private final EtsyClient client;
  private final EtsyLedger ledger;
  private final String shop;
  private final Clock clock;
  private final NavigableMap<Long, EtsyEntry> payouts = new TreeMap<>();
  private Instant readFrom = Instant.MAX;
  private Instant readTo = Instant.EPOCH;

  EtsyPayouts(EtsyClient client, String shop, Clock clock) {
    this.client = client;
    this.ledger = new EtsyLedger(client, shop);
    this.shop = shop;
    this.clock = clock;
  }

  /** The account is read on from where it was read last, less an overlap. */
  synchronized List<ClosedSettlement> closedSince(Instant since) {
    Instant now = clock.instant();
    boolean known = !since.isBefore(readFrom) && readTo.minus(OVERLAP).isAfter(since);
    ledger
        .between(known ? readTo.minus(OVERLAP) : since, now)
        .values()
        .forEach(entry -> payouts.putAll(ifPayout(entry)));
    readFrom = since;
    readTo = now;
    payouts.values().removeIf(payout -> payout.at().isBefore(since));
    return payouts.values().stream()
        .map(payout -> new ClosedSettlement(payout.id(), payout.at()))
        .toList();
  }

  private static Map<Long, EtsyEntry> ifPayout(EtsyEntry entry) {
    return entry.isPayout() ? Map.of(entry.sequence(), entry) : Map.of();
  }

  /**
   * @param id of the payout's entry
   * @throws IllegalArgumentException if it is none, or Etsy does not tell whose sale one is
   */
  Settlement read(String id) {
    EtsyEntry payout =
        ledger
            .find(id)
            .filter(EtsyEntry::isPayout)
            .orElseThrow(() -> new IllegalArgumentException("no payout " + id));
    NavigableMap<Long, EtsyEntry> upTo = upTo(payout);
    Optional<EtsyEntry> before =
        upTo.values().stream().filter(EtsyEntry::isPayout).reduce((one, later) -> later);
    List<EtsyEntry> entries =
        List.copyOf(before.map(one -> upTo.tailMap(one.sequence(), false)).orElse(upTo).values());
    Instant from =
        before.or(() -> entries.stream().findFirst()).map(EtsyEntry::at).orElse(payout.at());
    List<SettledAmount> movements = new ArrayList<>();
    held(payout, "-before", from, opening(before, entries, payout)).ifPresent(movements::add);
    movements.addAll(movements(entries));
    held(payout, "-after", payout.at(), payout.balance().negated()).ifPresent(movements::add);
    return new Settlement(id, from, payout.at(), payout.at(), payout.amount().negated(), movements);
  }

  /** Back to the payout before, if there is one; without the payout itself. */
  private NavigableMap<Long, EtsyEntry> upTo(EtsyEntry payout) {
    NavigableMap<Long, EtsyEntry> found = new TreeMap<>();
    Instant to = payout.at();
    for (int i = 0; i < MOST_WINDOWS && !complete(found); i++) {
      Instant from = to.minus(EtsyLedger.WINDOW);
      found.putAll(ledger.between(from, to).headMap(payout.sequence(), false));
      to = from;
    }
    return found;
  }

  private static boolean complete(NavigableMap<Long, EtsyEntry> found) {
    return found.values().stream().anyMatch(EtsyEntry::isPayout) || found.containsKey(1L);
  }

  /** What the account held after the payout before, or before the first entry that is known. */
  private static Money opening(
      Optional<EtsyEntry> before, List<EtsyEntry> entries, EtsyEntry payout) {
    if (before.isPresent()) {
      return before.get().balance();
    }
    EtsyEntry first = entries.isEmpty() ? payout : entries.get(0);
    return first.balance().minus(first.amount());
  }

  private static Optional<SettledAmount> held(
      EtsyEntry payout, String part, Instant at, Money amount) {
    return Optional.of(amount)
        .filter(one -> !one.isZero())
        .map(
            one ->
                new SettledAmount(
                    payout.id() + part,
                    MovementKind.OTHER,
                    Optional.empty(),
                    Optional.empty(),
                    one,
                    "balance" + part.replace('-', ' '),
                    at));
  }

  private List<SettledAmount> movements(List<EtsyEntry> entries) {
    Map<String, EtsyEntry> parents = parents(entries);
    EtsyOwners owners = new EtsyOwners(client, shop);
    owners.learn(entries);
    owners.learn(parents.values());
    EtsyMovements movements = new EtsyMovements(owners, parents);
    return entries.stream().map(movements::of).toList();
  }

  /** The entries that others were booked for, also those of earlier settlements. */
  private Map<String, EtsyEntry> parents(List<EtsyEntry> entries) {
    Map<String, EtsyEntry> known = new HashMap<>();
    entries.forEach(entry -> known.put(entry.id(), entry));
    Map<String, EtsyEntry> parents = new HashMap<>();
    for (EtsyEntry entry : entries) {
      entry
          .parent()
          .filter(parent -> !parents.containsKey(parent))
          .flatMap(parent -> Optional.ofNullable(known.get(parent)).or(() -> ledger.find(parent)))
          .ifPresent(parent -> parents.put(parent.id(), parent));
    }
    return parents;
  }
}
