package kontor.order.cart;

import kontor.contracts.PromotionId;
import kontor.order.cart.LineNotice.Text;
import kontor.order.promotion.Refused;
import kontor.order.promotion.UseRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer should know about a promotion that his cart does not get, though all else about it
 * fits.
 *
 * @param name of the promotion
 * @param coupon the code that lets it in; absent: it needs none
 * @param text to be shown to him
 */
public record PromotionNotice(
    PromotionId promotion, String name, @Nullable String coupon, UseRefusal problem, Text text) {

  /** As it is said of a promotion that was refused. */
  public static PromotionNotice of(Refused refused) {
    return of(
        refused.promotion().promotion(),
        refused.promotion().name(),
        refused.promotion().coupon(),
        refused.why());
  }

  static PromotionNotice of(
      PromotionId promotion, String name, @Nullable String coupon, UseRefusal problem) {
    return new PromotionNotice(promotion, name, coupon, problem, text(name, coupon, problem));
  }

  private static Text text(String name, @Nullable String coupon, UseRefusal problem) {
    String german = coupon == null ? "Die Aktion „" + name + "“" : "Der Gutschein " + coupon;
    String english = coupon == null ? "The promotion “" + name + "”" : "The coupon " + coupon;
    return switch (problem) {
      case USED_UP -> new Text(german + " ist aufgebraucht.", english + " has been used up.");
      case USED_BY_CUSTOMER ->
          new Text(
              german + " wurde von Ihnen bereits genutzt.",
              "You have used " + lower(english) + ".");
    };
  }

  private static String lower(String text) {
    return text.replaceFirst("^The", "the");
  }
}
