package kontor.connector.repricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.settlement.SettlementViews;
import kontor.contracts.settlement.SettlementEvent.KindSum;
import kontor.contracts.settlement.SettlementEvent.MovementKind;
import kontor.contracts.settlement.SettlementEvent.PayoutReported;

/** What an account's marketplace kept of what buyers paid, by its last settlements. */
public final class ChannelFees {

  private static final int SETTLEMENTS = 10;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

  private final SettlementViews settlements;

  public ChannelFees(SettlementViews settlements) {
    this.settlements = settlements;
  }

  /** Commission of goods and shipping sold, rounded up; empty before the first settlement. */
  Optional<Percentage> learned(Account account) {
    return share(settlements.page(account.channel(), account.name(), null, SETTLEMENTS).items());
  }

  static Optional<Percentage> share(List<PayoutReported> payouts) {
    Map<MovementKind, Long> sums = new EnumMap<>(MovementKind.class);
    for (PayoutReported payout : payouts) {
      for (KindSum sum : payout.sums()) {
        sums.merge(sum.kind(), sum.amount().minor(), Math::addExact);
      }
    }
    long sold = of(sums, MovementKind.SALE) + of(sums, MovementKind.SHIPPING);
    long kept = -of(sums, MovementKind.COMMISSION);
    if (sold <= 0 || kept < 0 || kept > sold) {
      return Optional.empty();
    }
    BigDecimal part =
        BigDecimal.valueOf(kept)
            .multiply(WHOLE)
            .divide(BigDecimal.valueOf(sold), 0, RoundingMode.CEILING);
    return Optional.of(new Percentage(part.intValueExact()));
  }

  private static long of(Map<MovementKind, Long> sums, MovementKind kind) {
    return sums.getOrDefault(kind, 0L);
  }
}
