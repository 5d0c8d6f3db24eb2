package kontor.contracts.price;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.EventType;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/**
 * What an article costs through one account at a marketplace, where that is not the shop's price.
 * Topic {@code channel-prices}, keyed by channel, account and SKU, compacted.
 */
public sealed interface ChannelPriceEvent {

  ChannelId channel();

  String account();

  Sku sku();

  /**
   * The price as it stands, and what was last proposed.
   *
   * @param price what a buyer pays, VAT included; absent: the shop's price holds
   * @param origin who set the price; absent: there is none
   * @param proposal the last one; absent: none was ever made
   */
  @EventType("kontor.channel-price.changed.v1")
  record ChannelPriceChanged(
      ChannelId channel,
      String account,
      Sku sku,
      @Nullable Money price,
      @Nullable PriceOrigin origin,
      @Nullable PriceProposal proposal)
      implements ChannelPriceEvent {}

  /**
   * A price that a rule of ours came to.
   *
   * @param number from 1, for each article on an account
   * @param price VAT included
   * @param replaces what buyers paid when it was made
   * @param rule the rule's name
   * @param reasons sentences with figures, in the order in which they were weighed
   */
  record PriceProposal(
      int number,
      Money price,
      Money replaces,
      String rule,
      List<String> reasons,
      Instant madeAt,
      ProposalState state) {

    public PriceProposal {
      reasons = List.copyOf(reasons);
    }
  }

  /** Who set a price. */
  enum PriceOrigin {
    /** A person; no rule changes it. */
    MANUAL,
    /** A rule, by itself or with a person's approval. */
    REPRICING
  }

  /** What became of a proposal. */
  enum ProposalState {
    /** It waits for a person. */
    OPEN,
    /** It is the price, or was until a later one. */
    APPLIED,
    REJECTED,
    /** Things changed before anybody decided. */
    OVERTAKEN
  }
}
