package kontor.order.promotion.adapter;

import java.util.Comparator;
import java.util.List;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import kontor.eventstore.kafka.StateView;
import kontor.order.promotion.LimitedPromotions;
import kontor.order.promotion.PromotionUses;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How often promotions were used, for the manager. */
@RestController
class UseResource {

  private final LimitedPromotions uses;
  private final StateView<PromotionEvent> promotions;

  UseResource(LimitedPromotions uses, StateView<PromotionEvent> promotions) {
    this.uses = uses;
    this.promotions = promotions;
  }

  /**
   * The uses that are not free.
   *
   * @param used by so many orders
   * @param usesInAll the limit; absent: there is none, and then uses are not counted unless there
   *     is one per customer
   * @param customers different ones
   * @param orders that use it, the oldest first
   */
  record Uses(
      PromotionId promotion,
      int used,
      @Nullable Integer usesInAll,
      @Nullable Integer usesPerCustomer,
      int customers,
      List<OrderId> orders) {}

  /**
   * The uses of one promotion, also of one that has ended; 404 for one that was never published and
   * never used. Uses of checkouts that are under way are in it.
   */
  @GetMapping("/api/admin/promotions/{id}/uses")
  Uses uses(@PathVariable PromotionId id) {
    PromotionUses state = uses.find(id);
    PromotionEvent event = promotions.find(id.value()).orElse(null);
    if (event == null && state.count() == 0) {
      throw BadRequestException.notFound("promotion " + id);
    }
    PromotionPublished standing = event instanceof PromotionPublished published ? published : null;
    return new Uses(
        id,
        state.count(),
        standing == null ? null : standing.usesInAll(),
        standing == null ? null : standing.usesPerCustomer(),
        state.ofCustomer().size(),
        state.uses().keySet().stream().sorted(Comparator.comparing(OrderId::value)).toList());
  }
}
