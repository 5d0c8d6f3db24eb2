package kontor.pricing.promotion;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kontor.contracts.Money;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import kontor.pricing.cart.Article;
import kontor.pricing.cart.Buyer;
import org.jspecify.annotations.Nullable;

/** Whether a promotion is open to a buyer at a moment, and for which articles. */
final class Eligibility {

  private final Buyer buyer;
  private final Set<String> coupons;
  private final Instant at;
  private final Money goods;

  /**
   * @param coupons in the form of {@link Promotions#code}
   * @param goods the value of all goods before promotions
   */
  Eligibility(Buyer buyer, Set<String> coupons, Instant at, Money goods) {
    this.buyer = buyer;
    this.coupons = Set.copyOf(coupons);
    this.at = at;
    this.goods = goods;
  }

  boolean isOpen(PromotionPublished promotion) {
    return holds(promotion)
        && (promotion.channels().isEmpty() || promotion.channels().contains(buyer.channel()))
        && isCouponThere(promotion)
        && isInCurrency(promotion.amountOff())
        && isWorthEnough(promotion.minimum());
  }

  private boolean holds(PromotionPublished promotion) {
    return (promotion.from() == null || !at.isBefore(promotion.from()))
        && (promotion.until() == null || at.isBefore(promotion.until()));
  }

  private boolean isCouponThere(PromotionPublished promotion) {
    return promotion.coupon() == null || coupons.contains(Promotions.code(promotion.coupon()));
  }

  private boolean isInCurrency(@Nullable Money money) {
    return money == null || money.currency().equals(buyer.currency());
  }

  private boolean isWorthEnough(@Nullable Money minimum) {
    return minimum == null || (isInCurrency(minimum) && goods.compareTo(minimum) >= 0);
  }

  /** Whether it takes something off this article; without SKUs and categories, off every one. */
  static boolean covers(PromotionPublished promotion, Article article) {
    List<String> categories = promotion.categories();
    return (promotion.skus().isEmpty() && categories.isEmpty())
        || promotion.skus().contains(article.sku())
        || categories.stream().anyMatch(article::isIn);
  }
}
