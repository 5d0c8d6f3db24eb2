package kontor.order.promotion;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;

/**
 * Which checkouts have taken uses of promotions and are to be looked at again. Written before the
 * use is taken, so that a crash leaves none behind.
 */
public interface UseHolds {

  /** A checkout that took uses, or was about to. */
  record Hold(OrderId order, Set<PromotionId> promotions, Instant until) {

    public Hold {
      promotions = Set.copyOf(promotions);
    }
  }

  /** Adds these promotions to those of the order, and looks at it later. */
  void note(Hold hold);

  /** Some of those whose time has come. */
  List<Hold> due(Instant now);

  /** Nothing is left to do, unless the order was noted again meanwhile. */
  void done(Hold hold);
}
