package kontor.catalog.promotion.adapter;

import java.time.Instant;
import java.util.List;
import kontor.catalog.edit.Refused;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.PromotionId;
import kontor.contracts.Sku;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import org.jspecify.annotations.Nullable;

/**
 * A promotion as a manager sends it.
 *
 * @param percentOff in basis points (1500 = 15 %); this or {@code amountOff}
 * @param priority 0 when left out; the higher is applied first
 * @param combinable true when left out
 * @param usesInAll how many orders may use it; no limit when left out
 * @param usesPerCustomer how many orders of one customer may use it; no limit when left out
 * @param freeShipping whether the cheapest method of shipping costs nothing besides; false when
 *     left out
 */
public record PromotionBody(
    @Nullable String name,
    @Nullable String coupon,
    @Nullable Integer percentOff,
    @Nullable Money amountOff,
    @Nullable List<Sku> skus,
    @Nullable List<String> categories,
    @Nullable List<ChannelId> channels,
    @Nullable Money minimum,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Integer priority,
    @Nullable Boolean combinable,
    @Nullable Integer usesInAll,
    @Nullable Integer usesPerCustomer,
    @Nullable Boolean freeShipping) {

  private static final int WHOLE = 10_000;

  PromotionPublished promotion(PromotionId id) {
    if ((percentOff == null) == (amountOff == null)) {
      throw Refused.field("percentOff", "give either percentOff or amountOff");
    }
    if (percentOff != null && (percentOff < 1 || percentOff > WHOLE)) {
      throw Refused.field("percentOff", "must be 1 to " + WHOLE + " basis points");
    }
    atLeastOne("usesInAll", usesInAll);
    atLeastOne("usesPerCustomer", usesPerCustomer);
    return new PromotionPublished(
        id,
        name == null ? "" : name,
        coupon,
        percentOff,
        amountOff,
        list("skus", skus),
        list("categories", categories),
        list("channels", channels),
        minimum,
        from,
        until,
        priority == null ? 0 : priority,
        combinable == null || combinable,
        usesInAll,
        usesPerCustomer,
        Boolean.TRUE.equals(freeShipping) ? true : null);
  }

  private static void atLeastOne(String field, @Nullable Integer uses) {
    if (uses != null && uses < 1) {
      throw Refused.field(field, "must be at least 1; leave it out for no limit");
    }
  }

  private static <T> List<T> list(String field, @Nullable List<T> items) {
    if (items == null) {
      return List.of();
    }
    if (items.contains(null)) {
      throw Refused.field(field + "[" + items.indexOf(null) + "]", "is null");
    }
    return items;
  }
}
