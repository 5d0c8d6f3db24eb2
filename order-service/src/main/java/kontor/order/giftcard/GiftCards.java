package kontor.order.giftcard;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import kontor.contracts.GiftCardId;
import kontor.contracts.Money;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardIssued;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;
import kontor.eventstore.command.Decided;
import kontor.order.giftcard.GiftCard.Issued;

/** All gift cards. One stream per card decides, so no cent of it is given out twice. */
public final class GiftCards {

  public static final AggregateType<GiftCard, GiftCardEvent> TYPE =
      AggregateType.of(
          "gift-card", GiftCardEvent.class, id -> new GiftCard.Absent(), GiftCard::evolve);

  private final SecureRandom random = new SecureRandom();
  private final Aggregates<GiftCard, GiftCardEvent> cards;
  private final CardDirectory directory;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param zone where a day begins
   */
  public GiftCards(
      Aggregates<GiftCard, GiftCardEvent> cards,
      CardDirectory directory,
      ZoneId zone,
      Clock clock) {
    this.cards = cards;
    this.directory = directory;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * A card, and its code if it is a new one: the code is told this once, and known to nobody here
   * afterwards.
   *
   * @param card as it stands; issued before, it may be another one than was wanted
   */
  public record New(Issued card, Optional<GiftCardCode> code) {}

  /** Issues a card unless there is one. Its code works before the card is told of. */
  public New issue(GiftCardId id, Money amount, LocalDate validUntil, Origin origin) {
    Optional<Issued> before = find(id);
    if (before.isPresent()) {
      return new New(before.get(), Optional.empty());
    }
    Instant now = now();
    GiftCardCode code = GiftCardCode.random(random);
    directory.open(code, id);
    directory.list(id, now);
    GiftCardIssued wanted = new GiftCardIssued(id, amount, validUntil, now);
    Decided<GiftCard, GiftCardEvent> decided =
        cards.update(id.value(), origin, state -> GiftCardDecider.issue(state, wanted));
    boolean mine = !decided.events().isEmpty();
    if (!mine) {
      directory.close(code); // the same request was faster with another one
    }
    return new New((Issued) decided.state(), Optional.of(code).filter(c -> mine));
  }

  /** The card as the store has it. */
  public Optional<Issued> find(GiftCardId id) {
    return cards.refresh(id.value()).state() instanceof Issued card
        ? Optional.of(card)
        : Optional.empty();
  }

  /** It pays no new order any more; empty when there is no such card. */
  public Optional<Issued> block(GiftCardId id, Origin origin) {
    return move(id, origin, GiftCardDecider::block) instanceof Issued card
        ? Optional.of(card)
        : Optional.empty();
  }

  /** Decides on the newest state. */
  GiftCard move(
      GiftCardId id, Origin origin, BiFunction<GiftCard, Instant, List<GiftCardEvent>> rule) {
    Instant now = now();
    return cards.update(id.value(), origin, state -> rule.apply(state, now)).state();
  }

  /** The day of a moment. */
  LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  public LocalDate today() {
    return day(clock.instant());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
