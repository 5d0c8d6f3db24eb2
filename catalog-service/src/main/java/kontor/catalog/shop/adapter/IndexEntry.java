package kontor.catalog.shop.adapter;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * What the index keeps of a product: its content, and what its place in lists depends on.
 *
 * @param version of the product's stream
 * @param price of the cheapest variant in minor units of the shop's currency; -1 when not for sale
 * @param inStock whether any variant can be ordered
 * @param product its event as JSON
 */
record IndexEntry(long version, long price, boolean inStock, String product) {

  /** The figures on a line of their own, then the JSON. */
  byte[] bytes() {
    return (version + " " + price + " " + inStock + "\n" + product)
        .getBytes(StandardCharsets.UTF_8);
  }

  static IndexEntry of(String text) {
    int end = text.indexOf('\n');
    String[] figures = text.substring(0, end).split(" ", -1);
    return new IndexEntry(
        Long.parseLong(figures[0]),
        Long.parseLong(figures[1]),
        Boolean.parseBoolean(figures[2]),
        text.substring(end + 1));
  }

  OptionalLong shownPrice() {
    return price < 0 ? OptionalLong.empty() : OptionalLong.of(price);
  }

  boolean ranksAs(IndexEntry other) {
    return price == other.price && inStock == other.inStock;
  }
}
