package kontor.connector.repricing;

import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/**
 * How the prices of some articles on an account follow others or the clock. Amounts are in euro,
 * VAT included.
 *
 * @param id the manager's name of it, unique on the account
 * @param sku holds for this article; absent with {@code category}: for all
 * @param category holds for the articles of this category and those below it, as the catalog writes
 *     its path
 * @param target whose offer counts; absent for a schedule only
 * @param by what an undercut takes off; absent when {@code byPercent} says so
 * @param byPercent what an undercut takes off, or the distance at which {@code FOLLOW} keeps, below
 *     zero for below
 * @param min the price never goes below it
 * @param max the price never goes above it, and goes there when nobody else offers the article
 * @param windows of a schedule; the first one that holds counts
 * @param otherwise what a schedule asks outside of its windows
 */
public record RepricingRule(
    String id,
    @Nullable Sku sku,
    @Nullable String category,
    Strategy strategy,
    @Nullable Target target,
    @Nullable Money by,
    @Nullable Percentage byPercent,
    @Nullable Money min,
    @Nullable Money max,
    List<PriceWindow> windows,
    @Nullable Money otherwise,
    Mode mode,
    ChangeCap cap) {

  static final String EURO = "EUR";

  /** What a rule does. */
  public enum Strategy {
    /** The buyer pays as much in all as for the target. */
    MATCH,
    /** The buyer pays less than for the target. */
    UNDERCUT,
    /** At a distance from the target, within bounds. */
    FOLLOW,
    /** By the clock. */
    SCHEDULE
  }

  /** Whose offer counts. */
  public enum Target {
    /** The offer that buyers get who choose no seller. */
    FEATURED,
    /** The cheapest one of another seller, shipping included. */
    LOWEST
  }

  /** Who decides. */
  public enum Mode {
    AUTOMATIC,
    /** Each proposal waits for a person. */
    APPROVAL
  }

  public RepricingRule {
    windows = List.copyOf(windows);
    check(id.matches("[a-z0-9-]{1,40}"), "id", "must be 1 to 40 letters a-z, digits or hyphens");
    check(sku == null || category == null, "category", "a rule is for an article or a category");
    check(category == null || !category.isBlank(), "category", "is blank");
    amount("by", by);
    amount("min", min);
    amount("max", max);
    amount("otherwise", otherwise);
    windows.forEach(window -> amount("windows.price", window.price()));
    check(euro(cap.leastStep()), "cap.leastStep", "must be in " + EURO);
    check(min == null || max == null || min.compareTo(max) <= 0, "max", "must not be below min");
    if (strategy == Strategy.SCHEDULE) {
      check(target == null, "target", "a schedule follows nobody");
      check(!windows.isEmpty(), "windows", "is missing");
      check(otherwise != null, "otherwise", "is missing");
    } else {
      check(target != null, "target", "is missing");
      check(windows.isEmpty(), "windows", "are for a schedule");
      check(otherwise == null, "otherwise", "is for a schedule");
    }
    distance(strategy, by, byPercent, min, max);
  }

  private static void distance(
      Strategy strategy,
      @Nullable Money by,
      @Nullable Percentage percent,
      @Nullable Money min,
      @Nullable Money max) {
    if (strategy == Strategy.UNDERCUT) {
      check((by == null) != (percent == null), "by", "either an amount or a percentage is needed");
      check(percent == null || percent.basisPoints() > 0, "byPercent", "must be more than 0");
    } else {
      check(by == null, "by", "is for an undercut");
    }
    if (strategy == Strategy.FOLLOW) {
      check(min != null, "min", "is missing");
      check(max != null, "max", "is missing");
    } else if (strategy != Strategy.UNDERCUT) {
      check(percent == null, "byPercent", "is for an undercut or to follow");
    }
  }

  private static void amount(String field, @Nullable Money money) {
    check(money == null || euro(money), field, "must be in " + EURO);
    check(money == null || money.minor() > 0, field, "must be more than 0");
  }

  private static boolean euro(Money money) {
    return money.currency().getCurrencyCode().equals(EURO);
  }

  private static void check(boolean right, String field, String reason) {
    if (!right) {
      throw new FieldException(field, reason);
    }
  }

  /** Whether it needs to know what others ask. */
  public boolean watchesOthers() {
    return strategy != Strategy.SCHEDULE;
  }
}
