package kontor.connector.repricing;

import java.time.Instant;
import java.util.List;
import kontor.contracts.EventType;
import kontor.contracts.Money;

/**
 * What happened to an article's price on an account. Stays in this service; what others may know is
 * summed up as a {@link kontor.contracts.price.ChannelPriceEvent} in the same commit.
 */
public sealed interface PriceNote {

  /** A person set the price; no rule changes it until it is removed. */
  @EventType("kontor.channel-price.set-by-hand.v1")
  record PriceSetByHand(Money price, Instant at) implements PriceNote {}

  /**
   * The shop's price holds again.
   *
   * @param reason a sentence
   */
  @EventType("kontor.channel-price.removed.v1")
  record PriceRemoved(String reason, Instant at) implements PriceNote {}

  /**
   * A rule came to another price.
   *
   * @param number one more than the proposal before
   * @param replaces what the marketplace showed
   */
  @EventType("kontor.channel-price.proposed.v1")
  record PriceProposed(
      int number, String rule, Money price, Money replaces, List<String> reasons, Instant at)
      implements PriceNote {

    public PriceProposed {
      reasons = List.copyOf(reasons);
    }
  }

  /** The proposal is the price from now on. */
  @EventType("kontor.channel-price.proposal-applied.v1")
  record ProposalApplied(int number, Instant at) implements PriceNote {}

  /** A person does not want it. */
  @EventType("kontor.channel-price.proposal-rejected.v1")
  record ProposalRejected(int number, Instant at) implements PriceNote {}

  /** Things changed before anybody decided. */
  @EventType("kontor.channel-price.proposal-overtaken.v1")
  record ProposalOvertaken(int number, Instant at) implements PriceNote {}
}
