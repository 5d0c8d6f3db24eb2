package kontor.catalog.price.adapter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.catalog.edit.Refused;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.Price;
import org.jspecify.annotations.Nullable;

/** All prices of one article, as a manager sends them. */
public record PriceBody(@Nullable Sku sku, @Nullable List<Line> prices) {

  /**
   * One price.
   *
   * @param taxIncluded true when left out: a consumer price
   * @param minQuantity 1 when left out
   */
  public record Line(
      @Nullable Money amount,
      @Nullable Boolean taxIncluded,
      @Nullable Integer minQuantity,
      @Nullable ChannelId channel,
      @Nullable String customerGroup,
      @Nullable Instant from,
      @Nullable Instant until) {}

  Sku article() {
    if (sku == null) {
      throw Refused.field("sku", "is missing");
    }
    return sku;
  }

  List<Price> list() {
    if (prices == null) {
      throw Refused.field("prices", "is missing; an empty list takes the article off sale");
    }
    List<Price> list = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      list.add(price("prices[" + i + "]", prices.get(i)));
    }
    return list;
  }

  private static Price price(String at, @Nullable Line line) {
    if (line == null || line.amount == null) {
      throw Refused.field(at + ".amount", "is missing");
    }
    if (line.amount.isNegative()) {
      throw Refused.field(at + ".amount", "is below zero: " + line.amount);
    }
    int minimum = line.minQuantity == null ? 1 : line.minQuantity;
    if (minimum < 1) {
      throw Refused.field(at + ".minQuantity", "must be at least 1, not " + minimum);
    }
    return new Price(
        line.amount,
        line.taxIncluded == null || line.taxIncluded,
        minimum,
        line.channel,
        line.customerGroup,
        line.from,
        line.until);
  }
}
