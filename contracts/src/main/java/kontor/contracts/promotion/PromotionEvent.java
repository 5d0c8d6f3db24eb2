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
   * @param usesInAll how many orders may use it, at least 1; no limit when absent
   * @param usesPerCustomer how many orders of one customer may use it, at least 1; no limit when
   *     absent
   * @param freeShipping whether the cheapest method of shipping costs nothing besides; an order
   *     uses the promotion once, whatever it does for it; no when absent
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
      boolean combinable,
      @Nullable Integer usesInAll,
      @Nullable Integer usesPerCustomer,
      @Nullable Boolean freeShipping)
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
      if ((usesInAll != null && usesInAll < 1)
          || (usesPerCustomer != null && usesPerCustomer < 1)) {
        throw new IllegalArgumentException("not a limit of uses: " + promotion);
      }
    }

    /** As often as anybody likes, and shipping costs what it costs. */
    public PromotionPublished(
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
        boolean combinable) {
      this(
          promotion,
          name,
          coupon,
          percentOff,
          amountOff,
          skus,
          categories,
          channels,
          minimum,
          from,
          until,
          priority,
          combinable,
          null,
          null,
          null);
    }

    /** Whether its uses are counted. */
    public boolean limited() {
      return usesInAll != null || usesPerCustomer != null;
    }

    /** Whether shipping by the cheapest method costs nothing. */
    public boolean shipsFree() {
      return Boolean.TRUE.equals(freeShipping);
    }
  }

  /** It applies no more. */
  @EventType("kontor.promotion.ended.v1")
  record PromotionEnded(PromotionId promotion) implements PromotionEvent {}
}
