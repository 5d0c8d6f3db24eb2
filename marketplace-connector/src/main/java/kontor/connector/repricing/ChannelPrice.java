package kontor.connector.repricing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.connector.repricing.PriceNote.PriceProposed;
import kontor.connector.repricing.PriceNote.PriceRemoved;
import kontor.connector.repricing.PriceNote.PriceSetByHand;
import kontor.connector.repricing.PriceNote.ProposalApplied;
import kontor.connector.repricing.PriceNote.ProposalOvertaken;
import kontor.connector.repricing.PriceNote.ProposalRejected;
import kontor.contracts.Money;
import kontor.contracts.price.ChannelPriceEvent.ChannelPriceChanged;
import kontor.contracts.price.ChannelPriceEvent.PriceOrigin;
import kontor.contracts.price.ChannelPriceEvent.PriceProposal;
import kontor.contracts.price.ChannelPriceEvent.ProposalState;
import org.jspecify.annotations.Nullable;

/**
 * The price of one article on one account.
 *
 * @param price VAT included; absent: the shop's price holds
 * @param origin absent with the price
 * @param proposal the last one
 * @param decidedAt when the last proposal was made, applied, rejected or overtaken
 * @param changes by rules, those of 24 hours before the last one and it, the oldest first
 */
public record ChannelPrice(
    PriceKey key,
    @Nullable Money price,
    @Nullable PriceOrigin origin,
    @Nullable PriceProposal proposal,
    Instant decidedAt,
    List<PriceChange> changes) {

  private static final Duration DAY = Duration.ofDays(1);

  public ChannelPrice {
    changes = List.copyOf(changes);
  }

  /** The shop's price holds, and nothing was ever proposed. */
  static ChannelPrice none(PriceKey key) {
    return new ChannelPrice(key, null, null, null, Instant.EPOCH, List.of());
  }

  /** Never refuses: it happened. */
  ChannelPrice evolve(Record event) {
    if (event instanceof PriceSetByHand e) {
      return with(e.price(), PriceOrigin.MANUAL);
    }
    if (event instanceof PriceRemoved) {
      return with(null, null);
    }
    if (event instanceof PriceProposed e) {
      PriceProposal made =
          new PriceProposal(
              e.number(),
              e.price(),
              e.replaces(),
              e.rule(),
              e.reasons(),
              e.at(),
              ProposalState.OPEN);
      return new ChannelPrice(key, price, origin, made, e.at(), changes);
    }
    if (event instanceof ProposalApplied e) {
      return applied(e);
    }
    if (event instanceof ProposalRejected e) {
      return decided(ProposalState.REJECTED, e.at());
    }
    if (event instanceof ProposalOvertaken e) {
      return decided(ProposalState.OVERTAKEN, e.at());
    }
    if (event instanceof ChannelPriceChanged) {
      return this; // sums up the events before it
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private ChannelPrice applied(ProposalApplied event) {
    PriceProposal made = proposal;
    if (made == null) {
      return this;
    }
    List<PriceChange> all = new ArrayList<>();
    Instant dayAgo = event.at().minus(DAY);
    changes.stream().filter(one -> one.at().isAfter(dayAgo)).forEach(all::add);
    all.add(new PriceChange(event.at(), made.replaces(), made.price()));
    return new ChannelPrice(
        key, made.price(), PriceOrigin.REPRICING, in(made, ProposalState.APPLIED), event.at(), all);
  }

  private ChannelPrice decided(ProposalState state, Instant at) {
    PriceProposal made = proposal;
    return made == null ? this : new ChannelPrice(key, price, origin, in(made, state), at, changes);
  }

  private ChannelPrice with(@Nullable Money now, @Nullable PriceOrigin by) {
    return new ChannelPrice(key, now, by, proposal, decidedAt, changes);
  }

  private static PriceProposal in(PriceProposal made, ProposalState state) {
    return new PriceProposal(
        made.number(),
        made.price(),
        made.replaces(),
        made.rule(),
        made.reasons(),
        made.madeAt(),
        state);
  }

  /** The proposal that waits for a person. */
  Optional<PriceProposal> open() {
    return Optional.ofNullable(proposal).filter(one -> one.state() == ProposalState.OPEN);
  }

  boolean byHand() {
    return origin == PriceOrigin.MANUAL;
  }

  boolean byRule() {
    return origin == PriceOrigin.REPRICING;
  }

  /** What others may know. */
  public ChannelPriceChanged published() {
    return new ChannelPriceChanged(
        key.channel(), key.account(), key.sku(), price, origin, proposal);
  }
}
