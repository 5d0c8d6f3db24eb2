package kontor.contracts.settlement;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.EventType;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * The money of one period at a marketplace, once it is final. Topic {@code settlements}, keyed by
 * channel, account and settlement. The movements of a settlement add up to its payout; it is whole
 * with {@code PayoutReported}, which is its last event.
 */
public sealed interface SettlementEvent {

  ChannelId channel();

  String account();

  /** The marketplace's id, unique within the account. */
  String settlement();

  /**
   * What a settlement says of one sale. The same sale may be in further settlements, since a refund
   * is settled when it is made.
   *
   * @param order of ours, which the sale became or would have become: the marketplace may settle a
   *     sale that was never told of here, or one that it ships itself
   */
  @EventType("kontor.settlement.order-settled.v1")
  record OrderSettled(
      ChannelId channel,
      String account,
      String settlement,
      String externalId,
      OrderId order,
      List<Movement> movements)
      implements SettlementEvent {

    public OrderSettled {
      movements = List.copyOf(movements);
    }
  }

  /**
   * What a settlement says of the account itself and not of a sale: subscriptions, storage,
   * advertising. A settlement may have several of these.
   */
  @EventType("kontor.settlement.account-charged.v1")
  record AccountCharged(
      ChannelId channel, String account, String settlement, List<Movement> movements)
      implements SettlementEvent {

    public AccountCharged {
      movements = List.copyOf(movements);
    }
  }

  /**
   * The settlement is booked as a whole.
   *
   * @param from where the period begins
   * @param until where it ends
   * @param total what is paid out; less than zero when we owe the marketplace
   * @param sums of all movements of the settlement, one for each kind that occurs
   * @param depositedAt when the money is sent on its way
   */
  @EventType("kontor.settlement.payout-reported.v1")
  record PayoutReported(
      ChannelId channel,
      String account,
      String settlement,
      Instant from,
      Instant until,
      Money total,
      List<KindSum> sums,
      Instant depositedAt)
      implements SettlementEvent {

    public PayoutReported {
      sums = List.copyOf(sums);
    }
  }

  /**
   * One amount of a settlement.
   *
   * @param id unique for ever within the account
   * @param externalLineId the line of the sale, by the marketplace's id; none where it is of the
   *     whole sale or of the account
   * @param amount more than zero is money for us, less than zero money from us
   * @param words what the marketplace calls it
   */
  record Movement(
      String id,
      MovementKind kind,
      @Nullable String externalLineId,
      Money amount,
      String words,
      Instant at) {}

  /** What a settlement's movements of one kind come to. */
  record KindSum(MovementKind kind, Money amount) {}

  /** What an amount is for. Readers treat one that they do not know as {@code OTHER}. */
  enum MovementKind {
    /** The price of goods, and what is taken off it. */
    SALE,
    /** What buyers pay for shipping, and what is taken off it. */
    SHIPPING,
    /** Tax that the marketplace keeps, to pay it itself. */
    TAX_WITHHELD,
    /** The marketplace's share of a sale. */
    COMMISSION,
    /** Picking, packing and shipping by the marketplace. */
    FULFILMENT_FEE,
    /** What the account costs, whatever it sells. */
    ACCOUNT_FEE,
    /** What buyers get back. */
    REFUND,
    /** The part of the commission that comes back with a refund. */
    REFUNDED_COMMISSION,
    /** Anything else; the marketplace's words tell what. */
    OTHER
  }
}
