package kontor.connector.repricing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.connector.repricing.Outcome.Changed;
import kontor.connector.repricing.Outcome.Undecided;
import kontor.connector.repricing.PriceNote.PriceProposed;
import kontor.connector.repricing.PriceNote.PriceRemoved;
import kontor.connector.repricing.PriceNote.PriceSetByHand;
import kontor.connector.repricing.PriceNote.ProposalApplied;
import kontor.connector.repricing.PriceNote.ProposalOvertaken;
import kontor.connector.repricing.PriceNote.ProposalRejected;
import kontor.connector.repricing.RepricingRule.Mode;
import kontor.contracts.Money;
import kontor.contracts.price.ChannelPriceEvent.PriceProposal;
import kontor.contracts.price.ChannelPriceEvent.ProposalState;

/** The rules of an article's price on an account. A person's price beats every rule. */
final class PriceDecider {

  /** What a person has rejected is not proposed again so soon. */
  private static final Duration REJECTED_FOR = Duration.ofDays(1);

  private PriceDecider() {}

  /** Sets the price by hand; an open proposal is overtaken. */
  static List<Record> set(ChannelPrice state, Money price, Instant at) {
    if (state.byHand() && price.equals(state.price())) {
      return List.of();
    }
    List<Record> events = overtake(state, at);
    events.add(new PriceSetByHand(price, at));
    return events;
  }

  /** The shop's price holds again, until a rule changes it. */
  static List<Record> remove(ChannelPrice state, String reason, Instant at) {
    List<Record> events = overtake(state, at);
    if (state.price() != null) {
      events.add(new PriceRemoved(reason, at));
    }
    return events;
  }

  /** No rule is for the article any more: what a rule has done ends, a person's price stays. */
  static List<Record> released(ChannelPrice state, Instant at) {
    return state.byHand()
        ? overtake(state, at)
        : remove(state, "No rule is for the article any more.", at);
  }

  /** Whether rules have a say: nobody set the price, and the marketplace shows the one we want. */
  static boolean ready(ChannelPrice state, Money shown) {
    return !state.byHand() && (state.price() == null || state.price().equals(shown));
  }

  /** Takes what a rule came to. The same again decides nothing. */
  static List<Record> reprice(
      ChannelPrice state, RepricingRule rule, Money shown, Outcome outcome, Instant at) {
    if (!ready(state, shown) || outcome instanceof Undecided) {
      return List.of();
    }
    if (!(outcome instanceof Changed changed)) {
      return overtake(state, at);
    }
    if (known(state, changed.price(), at)) {
      return List.of();
    }
    List<Record> events = overtake(state, at);
    PriceProposal before = state.proposal();
    int number = before == null ? 1 : before.number() + 1;
    events.add(new PriceProposed(number, rule.id(), changed.price(), shown, changed.reasons(), at));
    if (rule.mode() == Mode.AUTOMATIC) {
      events.add(new ProposalApplied(number, at));
    }
    return events;
  }

  private static boolean known(ChannelPrice state, Money price, Instant at) {
    PriceProposal last = state.proposal();
    if (last == null || !last.price().equals(price)) {
      return false;
    }
    boolean rejected =
        last.state() == ProposalState.REJECTED && at.isBefore(state.decidedAt().plus(REJECTED_FOR));
    return last.state() == ProposalState.OPEN || rejected;
  }

  /**
   * A person wants the proposal. Wanting it twice decides nothing.
   *
   * @throws IllegalStateException with the reason, when it is not to be had any more
   */
  static List<Record> approve(ChannelPrice state, int number, Floor floor, Instant at) {
    PriceProposal last = last(state, number);
    if (last.state() == ProposalState.APPLIED) {
      return List.of();
    }
    check(last, ProposalState.OPEN);
    if (floor instanceof Floor.Unknown unknown) {
      throw new IllegalStateException(unknown.why());
    }
    if (floor instanceof Floor.Known known && last.price().compareTo(known.price()) < 0) {
      throw new IllegalStateException(
          "the floor is now %s (%s)".formatted(known.price(), known.how()));
    }
    return List.of(new ProposalApplied(number, at));
  }

  /**
   * A person does not want the proposal. Rejecting it twice decides nothing.
   *
   * @throws IllegalStateException with the reason, when it cannot be rejected any more
   */
  static List<Record> reject(ChannelPrice state, int number, Instant at) {
    PriceProposal last = last(state, number);
    if (last.state() == ProposalState.REJECTED) {
      return List.of();
    }
    check(last, ProposalState.OPEN);
    return List.of(new ProposalRejected(number, at));
  }

  private static PriceProposal last(ChannelPrice state, int number) {
    PriceProposal last = state.proposal();
    if (last == null || last.number() != number) {
      throw new IllegalStateException("proposal %d is not the last one".formatted(number));
    }
    return last;
  }

  private static void check(PriceProposal last, ProposalState wanted) {
    if (last.state() != wanted) {
      throw new IllegalStateException("proposal %d is %s".formatted(last.number(), last.state()));
    }
  }

  private static List<Record> overtake(ChannelPrice state, Instant at) {
    List<Record> events = new ArrayList<>();
    state.open().ifPresent(open -> events.add(new ProposalOvertaken(open.number(), at)));
    return events;
  }
}
