package kontor.order.promotion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import kontor.contracts.promotion.PromotionUseEvent;
import kontor.contracts.promotion.PromotionUseEvent.UseTaken;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;
import kontor.order.promotion.UseHolds.Hold;

/**
 * The uses of all promotions that have a limit of them; those that have none are never counted. One
 * stream per promotion decides: whoever waits for it at the same moment shares a commit.
 */
public final class LimitedPromotions {

  public static final AggregateType<PromotionUses, PromotionUseEvent> TYPE =
      AggregateType.of(
          "promotion-uses",
          PromotionUseEvent.class,
          id -> PromotionUses.none(new PromotionId(id)),
          PromotionUses::evolve);

  /** How old what is known of uses may be where nothing is decided. */
  static final Duration FRESH = Duration.ofSeconds(2);

  private final Aggregates<PromotionUses, PromotionUseEvent> uses;
  private final UseHolds holds;
  private final Duration hold;
  private final Clock clock;
  private final Map<PromotionId, Instant> read = new ConcurrentHashMap<>();

  /**
   * @param hold how long a use is kept for a checkout that has not come to an order
   */
  public LimitedPromotions(
      Aggregates<PromotionUses, PromotionUseEvent> uses,
      UseHolds holds,
      Duration hold,
      Clock clock) {
    this.uses = uses;
    this.holds = holds;
    this.hold = hold;
    this.clock = clock;
  }

  /**
   * What came of a checkout's wish.
   *
   * @param refused if there is one, nothing was taken
   * @param heldUntil when the uses are given back if there is no order by then
   * @param placeBefore when an order is placed later than that, its uses may be given back before
   *     it
   */
  public record Taken(Optional<Refused> refused, Instant heldUntil, Instant placeBefore) {}

  /**
   * Why this promotion cannot be used once more, as far as is known here: another instance may have
   * given out a use in the last two seconds.
   */
  public Optional<Refused> refusal(PromotionPublished promotion, Redeemer who) {
    return promotion.limited()
        ? refusal(promotion, known(promotion.promotion()), who)
        : Optional.empty();
  }

  private static Optional<Refused> refusal(
      PromotionPublished promotion, PromotionUses state, Redeemer who) {
    UseLimits limits = UseLimits.of(promotion);
    String customer = limits.perCustomer() == null ? null : who.customer().get().orElse(null);
    return UseDecider.refusal(state, limits, who.order(), customer)
        .map(why -> Refused.of(promotion, why, state));
  }

  private PromotionUses known(PromotionId id) {
    Instant now = clock.instant();
    Instant last = read.get(id);
    if (last != null && last.plus(FRESH).isAfter(now)) {
      return uses.lastSeen(id.value()).state();
    }
    read.put(id, now);
    return find(id);
  }

  /** The uses as the store has them. */
  public PromotionUses find(PromotionId id) {
    return uses.refresh(id.value()).state();
  }

  /**
   * Takes one use of each promotion that has a limit, or none at all. May be repeated for the same
   * order.
   *
   * @param applied to the order
   * @param order that is to be placed
   */
  public Taken take(List<PromotionPublished> applied, OrderId order, Redeemer who, Origin origin) {
    List<PromotionPublished> limited =
        applied.stream().filter(PromotionPublished::limited).toList();
    if (limited.isEmpty()) {
      return new Taken(Optional.empty(), Instant.MAX, Instant.MAX);
    }
    Instant now = now();
    Instant until = now.plus(hold);
    holds.note(new Hold(order, ids(limited), until));
    String customer = who.customer().get().orElseThrow();
    for (PromotionPublished promotion : limited) {
      if (!take(taken(promotion, order, customer, until, now), origin)) {
        release(ids(limited), order, until, origin);
        return new Taken(Optional.of(refused(promotion, who)), until, now);
      }
    }
    return new Taken(Optional.empty(), until, now.plus(hold.dividedBy(2)));
  }

  private static Set<PromotionId> ids(List<PromotionPublished> promotions) {
    return promotions.stream().map(PromotionPublished::promotion).collect(Collectors.toSet());
  }

  /** Should a use be free again by now, the buyer may ask once more. */
  private Refused refused(PromotionPublished promotion, Redeemer who) {
    return refusal(promotion, find(promotion.promotion()), who)
        .orElseGet(() -> new Refused(promotion, UseRefusal.USED_UP, Instant.MAX));
  }

  private boolean take(UseTaken wanted, Origin origin) {
    return uses.update(wanted.promotion().value(), origin, state -> UseDecider.take(state, wanted))
        .state()
        .has(wanted.order());
  }

  private static UseTaken taken(
      PromotionPublished promotion, OrderId order, String customer, Instant until, Instant now) {
    return new UseTaken(
        promotion.promotion(),
        order,
        customer,
        promotion.usesInAll(),
        promotion.usesPerCustomer(),
        until,
        now);
  }

  /**
   * The checkout did not come to an order.
   *
   * @param heldUntil as it took them
   */
  public void release(
      Collection<PromotionId> promotions, OrderId order, Instant heldUntil, Origin origin) {
    Instant now = now();
    promotions.forEach(
        id ->
            uses.update(
                id.value(), origin, state -> UseDecider.release(state, order, heldUntil, now)));
  }

  /** The order ended, or does not use it after all. */
  void giveBack(PromotionId id, OrderId order, Origin origin) {
    Instant now = now();
    uses.update(id.value(), origin, state -> UseDecider.giveBack(state, order, now));
  }

  /** There is no such order. */
  void expire(PromotionId id, OrderId order, Origin origin) {
    Instant now = now();
    uses.update(id.value(), origin, state -> UseDecider.expire(state, order, now));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
