package kontor.contracts.promotion;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.EventType;
import kontor.contracts.Money;
import kontor.contracts.PromotionId;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/** Promotions as they stand. Topic {@code promotions}, keyed by promotion id, compacted. */
public sealed interface PromotionEvent {

  PromotionId promotion();

  /**
   * Buyers pay less from now on, in these bounds.
   *
   * @param coupon the code that the buyer must enter; none needed when absent
   * @param percentOff in basis points (1500 = 15 %); absent when an amount is taken off
   * @param amountOff taken off once per cart; absent when a percentage is
   * @param skus what it applies to; with {@code categories} empty as well: the whole cart
   * @param minimum the value of goods from which it applies
   * @param priority the higher is applied first
   * @param combinable whether another one may apply to the same cart
   */
  @EventType("kontor.promotion.published.v1")
  record PromotionPublished(
      PromotionId promotion,
      String name,
      @Nullable String coupon,
      @Nullable Integer percentOff,
      @Nullable Money amountOff,
      List<Sku> skus,
      List<String> categories,
      List<ChannelId> channels,
      @Nullable Money minimum,
      @Nullable Instant from,
      @Nullable Instant until,
      int priority,
      boolean combinable)
      implements PromotionEvent {

    public PromotionPublished {
      skus = List.copyOf(skus);
      categories = List.copyOf(categories);
      channels = List.copyOf(channels);
      if ((percentOff == null) == (amountOff == null)) {
        throw new IllegalArgumentException("either a percentage or an amount: " + promotion);
      }
      if (percentOff != null && (percentOff < 1 || percentOff > 10_000)) {
        throw new IllegalArgumentException("not a percentage in basis points: " + percentOff);
      }
    }
  }

  /** It applies no more. */
  @EventType("kontor.promotion.ended.v1")
  record PromotionEnded(PromotionId promotion) implements PromotionEvent {}
}
