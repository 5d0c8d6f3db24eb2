package kontor.sandbox.ebay;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How often an application may call in a day, and how often a listing may be revised. A day ends at
 * midnight US Pacific. Counts are kept in memory: a restart of the sandbox begins at nought.
 */
public final class Limits {

  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  /** What is counted together. */
  enum Group {
    INVENTORY,
    FULFILLMENT,
    TAXONOMY,
    CLIENT_TOKENS,
    REFRESH_TOKENS
  }

  /** The numbers; see section 3.2 of the facts on marketplaces for their sources. */
  public record Numbers(
      int inventoryPerDay,
      int fulfillmentPerDay,
      int taxonomyPerDay,
      int clientTokensPerDay,
      int refreshTokensPerDay,
      int revisionsPerListing) {

    /** eBay's defaults. */
    public static final Numbers DEFAULT =
        new Numbers(2_000_000, 100_000, 5_000, 1_000, 50_000, 250);

    int of(Group group) {
      return switch (group) {
        case INVENTORY -> inventoryPerDay;
        case FULFILLMENT -> fulfillmentPerDay;
        case TAXONOMY -> taxonomyPerDay;
        case CLIENT_TOKENS -> clientTokensPerDay;
        case REFRESH_TOKENS -> refreshTokensPerDay;
      };
    }
  }

  private final Clock clock;
  private final Map<Group, Integer> calls = new EnumMap<>(Group.class);
  private final Map<String, Integer> revisions = new HashMap<>();
  private Numbers numbers = Numbers.DEFAULT;
  private LocalDate day = LocalDate.EPOCH;

  Limits(Clock clock) {
    this.clock = clock;
  }

  /** The numbers in force. */
  public synchronized Numbers numbers() {
    return numbers;
  }

  /** Puts other numbers in force. */
  public synchronized void use(Numbers other) {
    numbers = other;
  }

  synchronized void reset() {
    numbers = Numbers.DEFAULT;
    calls.clear();
    revisions.clear();
  }

  synchronized void take(Group group) {
    turn();
    if (calls.merge(group, 1, Integer::sum) > numbers.of(group)) {
      throw Problem.TOO_MANY.refuse("the day's calls are used up", "group", group.name());
    }
  }

  /** Counts a revision of a listing; refuses it beyond the day's number. */
  synchronized void revise(String listingId) {
    turn();
    if (revisions.merge(listingId, 1, Integer::sum) > numbers.revisionsPerListing()) {
      throw Problem.BUSINESS.refuse("too many revisions today", "listingId", listingId);
    }
  }

  private void turn() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), PACIFIC);
    if (!today.equals(day)) {
      day = today;
      calls.clear();
      revisions.clear();
    }
  }
}
