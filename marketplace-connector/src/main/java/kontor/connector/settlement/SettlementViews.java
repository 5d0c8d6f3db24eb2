package kontor.connector.settlement;

import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.OrderId;
import kontor.contracts.settlement.SettlementEvent;
import kontor.contracts.settlement.SettlementEvent.OrderSettled;
import kontor.contracts.settlement.SettlementEvent.PayoutReported;
import org.jspecify.annotations.Nullable;

/** What was settled, to look at. */
public interface SettlementViews {

  /** Takes what was booked. The same event again changes nothing. */
  void on(SettlementEvent event);

  /** Settlements, the one with the latest end first; channel and account narrow them down. */
  Page page(
      @Nullable ChannelId channel, @Nullable String account, @Nullable String cursor, int limit);

  /** What settlements say of an order, in no order. */
  List<OrderSettled> of(OrderId order);

  /**
   * @param next where to go on; absent on the last page
   */
  record Page(List<PayoutReported> items, @Nullable String next) {

    public Page {
      items = List.copyOf(items);
    }
  }
}
