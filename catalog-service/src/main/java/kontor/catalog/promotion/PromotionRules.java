package kontor.catalog.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import kontor.catalog.edit.Fault;
import kontor.contracts.Sku;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;

/** What a promotion must be like. */
final class PromotionRules {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_COUPON = 40;
  private static final int MOST = 1_000;
  private static final int HIGHEST_PRIORITY = 1_000_000;

  private final List<Fault> faults = new ArrayList<>();

  private PromotionRules() {}

  /**
   * All that is wrong with it.
   *
   * @param isOnOffer whether an article with this SKU is on offer
   */
  static List<Fault> faults(PromotionPublished promotion, Predicate<Sku> isOnOffer) {
    PromotionRules rules = new PromotionRules();
    rules.words("name", promotion.name(), LONGEST_NAME);
    if (promotion.coupon() != null) {
      rules.words("coupon", promotion.coupon(), LONGEST_COUPON);
    }
    rules.bounds(promotion);
    rules.uses(promotion);
    rules.few("categories", promotion.categories().size());
    rules.few("channels", promotion.channels().size());
    rules.few("skus", promotion.skus().size());
    for (int i = 0; i < Math.min(MOST, promotion.skus().size()); i++) {
      Sku sku = promotion.skus().get(i);
      if (!isOnOffer.test(sku)) {
        rules.add("skus[" + i + "]", "no article on offer has the SKU '" + sku + "'");
      }
    }
    return rules.faults;
  }

  private void bounds(PromotionPublished promotion) {
    if (promotion.from() != null
        && promotion.until() != null
        && !promotion.from().isBefore(promotion.until())) {
      add("until", "must be later than from");
    }
    if (promotion.amountOff() != null && promotion.amountOff().minor() <= 0) {
      add("amountOff", "must be above zero");
    }
    if (promotion.minimum() != null && promotion.minimum().isNegative()) {
      add("minimum", "must not be below zero");
    }
    if (Math.abs((long) promotion.priority()) > HIGHEST_PRIORITY) {
      add("priority", "must be within ± " + HIGHEST_PRIORITY);
    }
  }

  /** What one customer may never reach is a slip of the pen. */
  private void uses(PromotionPublished promotion) {
    Integer all = promotion.usesInAll();
    Integer each = promotion.usesPerCustomer();
    if (all != null && each != null && each > all) {
      add("usesPerCustomer", "must not be above usesInAll");
    }
  }

  private void words(String field, String text, int longest) {
    if (text.isBlank() || text.length() > longest) {
      add(field, "must have 1 to " + longest + " characters");
    }
  }

  private void few(String field, int count) {
    if (count > MOST) {
      add(field, count + " are more than " + MOST);
    }
  }

  private void add(String field, String message) {
    faults.add(new Fault(field, message));
  }
}
