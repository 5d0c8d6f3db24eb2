package kontor.connector.repricing;

import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * Between which prices a rule may choose.
 *
 * @param low the floor, or the rule's own lower bound if that is higher
 * @param high the rule's upper bound; absent: none
 */
record Bounds(Money low, @Nullable Money high, String floor) {

  /**
   * @param floor with which it costs us no money
   */
  static Bounds of(RepricingRule rule, Floor.Known floor) {
    Money min = rule.min();
    Money low = min == null || min.compareTo(floor.price()) < 0 ? floor.price() : min;
    return new Bounds(low, rule.max(), "%s (%s)".formatted(floor.price(), floor.how()));
  }

  /** Why no price fits; empty if one does. */
  Optional<String> none() {
    return high != null && high.compareTo(low) < 0
        ? Optional.of("The floor %s lies above the upper bound %s.".formatted(floor, high))
        : Optional.empty();
  }

  Money clamp(Money price) {
    return clamp(price, low, high == null || high.compareTo(price) > 0 ? price : high);
  }

  /**
   * @param reasons take which bound it was
   */
  Money clamp(Money price, List<String> reasons) {
    Money within = clamp(price);
    if (within.compareTo(price) > 0) {
      reasons.add("Not below %s; the floor is %s.".formatted(within, floor));
    } else if (within.compareTo(price) < 0) {
      reasons.add("Not above %s; the floor is %s.".formatted(within, floor));
    } else {
      reasons.add("The floor is %s.".formatted(floor));
    }
    return within;
  }

  static Money clamp(Money price, Money low, Money high) {
    if (price.compareTo(low) < 0) {
      return low;
    }
    return price.compareTo(high) > 0 ? high : price;
  }
}
