package kontor.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.promotion.PromotionUseEvent;
import kontor.contracts.promotion.PromotionUseEvent.UseReturned;
import kontor.contracts.promotion.PromotionUseEvent.UseTaken;
import org.jspecify.annotations.Nullable;

/** The uses of promotions that have a limit of them, counted anew from their streams. */
final class PromotionAccounts {

  private final Map<PromotionId, Map<OrderId, UseTaken>> uses = new HashMap<>();
  private final Map<PromotionId, Map<String, Integer>> perCustomer = new HashMap<>();
  private final Map<OrderId, Set<PromotionId>> ofOrder = new HashMap<>();
  private final Map<OrderId, String> tooMany = new HashMap<>();

  void apply(PromotionUseEvent event) {
    if (event instanceof UseTaken e) {
      taken(e);
    } else if (event instanceof UseReturned e) {
      returned(e);
    }
  }

  /** Told again of the same order, it is the same use. */
  private void taken(UseTaken event) {
    Map<OrderId, UseTaken> all = uses.computeIfAbsent(event.promotion(), id -> new HashMap<>());
    if (all.put(event.order(), event) != null) {
      return;
    }
    ofOrder.computeIfAbsent(event.order(), id -> new HashSet<>(2)).add(event.promotion());
    int his =
        perCustomer
            .computeIfAbsent(event.promotion(), id -> new HashMap<>())
            .merge(event.customer(), 1, Integer::sum);
    if (above(all.size(), event.usesInAll()) || above(his, event.usesPerCustomer())) {
      tooMany.put(
          event.order(),
          "takes use %d of %s of promotion %s, of its customer %d of %s"
              .formatted(
                  all.size(), event.usesInAll(), event.promotion(), his, event.usesPerCustomer()));
    }
  }

  private static boolean above(int count, @Nullable Integer limit) {
    return limit != null && count > limit;
  }

  private void returned(UseReturned event) {
    UseTaken gone = uses.getOrDefault(event.promotion(), Map.of()).remove(event.order());
    if (gone == null) {
      return;
    }
    perCustomer
        .getOrDefault(event.promotion(), new HashMap<>())
        .computeIfPresent(gone.customer(), (id, count) -> count == 1 ? null : count - 1);
    ofOrder.computeIfPresent(
        event.order(),
        (id, promotions) -> {
          promotions.remove(event.promotion());
          return promotions.isEmpty() ? null : promotions;
        });
  }

  /**
   * What is wrong with the uses of one order.
   *
   * @param due the promotions that it is to use now: none once it has ended
   */
  List<String> wrong(OrderId order, Set<PromotionId> due) {
    List<String> wrong = new ArrayList<>();
    Set<PromotionId> found = ofOrder.getOrDefault(order, Set.of());
    if (!found.equals(due)) {
      wrong.add("uses promotions " + sorted(found) + ", should be " + sorted(due));
    }
    Optional.ofNullable(tooMany.get(order)).ifPresent(wrong::add);
    return wrong;
  }

  private static List<String> sorted(Set<PromotionId> promotions) {
    return promotions.stream().map(PromotionId::value).sorted().collect(Collectors.toList());
  }

  /** Uses that were due before that moment and whose order was never placed. */
  List<Violation> lost(Predicate<OrderId> placed, Instant moment) {
    List<Violation> lost = new ArrayList<>();
    uses.forEach(
        (promotion, all) ->
            all.forEach(
                (order, use) -> {
                  if (!placed.test(order) && use.heldUntil().isBefore(moment)) {
                    lost.add(
                        new Violation(
                            Invariant.USES,
                            "order "
                                + order
                                + " was never placed and uses promotion "
                                + promotion));
                  }
                }));
    return lost;
  }
}
