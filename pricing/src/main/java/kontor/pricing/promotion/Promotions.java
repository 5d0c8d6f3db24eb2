package kontor.pricing.promotion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.contracts.Money;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import kontor.pricing.cart.Buyer;
import kontor.pricing.rounding.Rounding;
import kontor.pricing.rounding.Shares;

/**
 * Applies promotions: the higher priority first (then by id), each to what the ones before have
 * left. One that is not combinable stands alone: it is taken if it comes first, and nothing after
 * it. A percentage is taken off all covered lines together, rounded HALF_UP once; percentage and
 * amount are then divided over the lines to the cent ({@link Shares}). Amounts and minimum are
 * compared with the goods in the buyer's form, with VAT for consumers and without for businesses.
 */
public final class Promotions {

  private static final Comparator<PromotionPublished> FIRST_TO_LAST =
      Comparator.comparing(PromotionPublished::priority, Comparator.reverseOrder())
          .thenComparing(promotion -> promotion.promotion().value());
  private static final int WHOLE = 10_000;

  private final PromotionBook book;

  public Promotions(PromotionBook book) {
    this.book = book;
  }

  /** A coupon's code as it is compared: without case and outer blanks. */
  public static String code(String coupon) {
    return coupon.strip().toUpperCase(Locale.ROOT);
  }

  /**
   * What the promotions take off.
   *
   * @param lines in a fixed order: among equal remainders the earlier line gets the cent
   */
  public Reduction reduce(List<Priced> lines, Buyer buyer, Set<String> coupons, Instant at) {
    return apply(chosen(book, lines, buyer, coupons, at), lines, buyer);
  }

  /**
   * As {@link #reduce}, but percentages only, and only those that everybody gets: an amount off is
   * taken once per cart, so that it says nothing about the price of one article, and a promotion
   * with a limit of uses may be used up when the buyer comes to pay.
   */
  public Reduction reduceByPercentages(List<Priced> lines, Buyer buyer, Instant at) {
    List<PromotionPublished> percentages =
        chosen(book.unlimited(), lines, buyer, Set.of(), at).stream()
            .filter(p -> p.percentOff() != null)
            .toList();
    return apply(percentages, lines, buyer);
  }

  private static List<PromotionPublished> chosen(
      PromotionBook book, List<Priced> lines, Buyer buyer, Set<String> coupons, Instant at) {
    Money goods =
        lines.stream().map(Priced::goods).reduce(Money.zero(buyer.currency()), Money::plus);
    Set<String> codes = coupons.stream().map(Promotions::code).collect(Collectors.toSet());
    Eligibility eligibility = new Eligibility(buyer, codes, at, goods);
    List<PromotionPublished> chosen = new ArrayList<>();
    book.promotions().stream()
        .filter(eligibility::isOpen)
        .filter(p -> lines.stream().anyMatch(line -> Eligibility.covers(p, line.article())))
        .sorted(FIRST_TO_LAST)
        .filter(p -> chosen.isEmpty() || (p.combinable() && chosen.get(0).combinable()))
        .forEach(chosen::add);
    return chosen;
  }

  private static Reduction apply(
      List<PromotionPublished> promotions, List<Priced> lines, Buyer buyer) {
    List<Long> left = new ArrayList<>(lines.stream().map(line -> line.goods().minor()).toList());
    List<AppliedPromotion> applied = new ArrayList<>();
    for (PromotionPublished promotion : promotions) {
      long discount = takeOff(promotion, lines, left);
      if (discount > 0) {
        Money money = new Money(discount, buyer.currency());
        applied.add(
            new AppliedPromotion(
                promotion.promotion(), promotion.name(), promotion.coupon(), money));
      }
    }
    List<Money> discounts = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      discounts.add(lines.get(i).goods().minus(new Money(left.get(i), buyer.currency())));
    }
    return new Reduction(discounts, applied);
  }

  /** Takes a promotion's part off what is left of each line; returns how much it was. */
  private static long takeOff(PromotionPublished promotion, List<Priced> lines, List<Long> left) {
    List<Long> covered = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      covered.add(Eligibility.covers(promotion, lines.get(i).article()) ? left.get(i) : 0L);
    }
    long sum = covered.stream().reduce(0L, Math::addExact);
    long discount = Math.min(sum, wanted(promotion, sum));
    List<Long> shares = Shares.split(discount, covered);
    for (int i = 0; i < lines.size(); i++) {
      left.set(i, left.get(i) - shares.get(i));
    }
    return discount;
  }

  private static long wanted(PromotionPublished promotion, long sum) {
    Money amount = promotion.amountOff();
    if (amount != null) {
      return amount.minor();
    }
    Integer percent = promotion.percentOff();
    if (percent == null) {
      throw new IllegalStateException("neither a percentage nor an amount: " + promotion);
    }
    return Rounding.ratio(sum, percent, WHOLE);
  }
}
