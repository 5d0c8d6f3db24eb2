package kontor.audit;

import java.util.ArrayList;
import java.util.List;
import kontor.contracts.stock.StockEvent.ChannelBuffer;
import kontor.contracts.stock.StockEvent.StockPolicySet;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import org.jspecify.annotations.Nullable;

/** What may be promised of one SKU, by its own policy. */
final class Promises {

  private @Nullable StockPolicySet policy;
  private int mostBeyond;

  void set(StockPolicySet now) {
    policy = now;
    mostBeyond = Math.max(mostBeyond, limit());
  }

  /** The most units that could ever be promised before they were here. */
  int mostBeyond() {
    return mostBeyond;
  }

  /**
   * Channels that are offered more than the SKU's own policy leaves them, or more than there is;
   * what the service is set to keep back besides is not known here.
   */
  List<String> offeredTooMuch(StockLevelChanged level) {
    List<String> wrong = new ArrayList<>();
    int beyond = limit();
    if (level.sellable().value() > Math.max(0, level.available() - safety() + beyond)) {
      wrong.add("all channels " + level.sellable());
    }
    List<ChannelBuffer> buffers = policy == null ? List.of() : policy.buffers();
    for (ChannelBuffer buffer : buffers) {
      int left = level.available() - safety() - buffer.units().value() + beyond;
      if (level.sellable(buffer.channel()).value() > Math.max(0, left)) {
        wrong.add(buffer.channel() + " " + level.sellable(buffer.channel()));
      }
    }
    return wrong;
  }

  /** Units that may be promised before they are here. */
  private int limit() {
    return policy == null || policy.backorders() == null ? 0 : policy.backorders().limit().value();
  }

  private int safety() {
    return policy == null || policy.safetyStock() == null ? 0 : policy.safetyStock().value();
  }
}
