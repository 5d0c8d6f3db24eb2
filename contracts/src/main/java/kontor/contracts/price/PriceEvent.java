package kontor.contracts.price;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.EventType;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/**
 * What one SKU costs: each event carries all its prices. Topic {@code prices}, keyed by SKU,
 * compacted.
 */
public sealed interface PriceEvent {

  Sku sku();

  /** From now on these prices hold, and none set before. Empty: not for sale. */
  @EventType("kontor.price.set.v1")
  record PricesSet(Sku sku, List<Price> prices) implements PriceEvent {

    public PricesSet {
      prices = List.copyOf(prices);
    }
  }

  /**
   * The price of one unit.
   *
   * @param channel where it holds; everywhere when absent
   * @param customerGroup for whom, such as {@code b2b}; for all when absent
   * @param minQuantity from how many units on, at least 1
   * @param taxIncluded true for a consumer price (gross), false for a business price (net)
   * @param from the first moment, always when absent
   * @param until the moment at which it ends (exclusive), never when absent
   */
  record Price(
      Money amount,
      boolean taxIncluded,
      int minQuantity,
      @Nullable ChannelId channel,
      @Nullable String customerGroup,
      @Nullable Instant from,
      @Nullable Instant until) {

    public Price {
      if (amount.isNegative()) {
        throw new IllegalArgumentException("a price below zero: " + amount);
      }
      if (minQuantity < 1) {
        throw new IllegalArgumentException("not a minimum quantity: " + minQuantity);
      }
    }

    /** The gross price of one unit for everybody, everywhere, at any time. */
    public static Price gross(Money amount) {
      return new Price(amount, true, 1, null, null, null, null);
    }
  }
}
