package kontor.pricing.price;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.contracts.Quantity;
import kontor.contracts.price.PriceEvent.Price;
import kontor.pricing.cart.Buyer;

/**
 * The most specific of the prices that hold wins. In this order: a price for the buyer's group
 * before one for all; for the channel before one for everywhere; for a period before one without
 * (with both ends before one with one end); the higher quantity tier; the later start; the lower
 * amount. So a sale price beats the tiers of the everyday price: a sale with tiers lists its own.
 */
public final class PriceChoice {

  private static final Comparator<Price> MOST_SPECIFIC =
      Comparator.<Price>comparingInt(price -> price.customerGroup() == null ? 0 : 1)
          .thenComparingInt(price -> price.channel() == null ? 0 : 1)
          .thenComparingInt(PriceChoice::ends)
          .thenComparingInt(Price::minQuantity)
          .thenComparing(PriceChoice::start)
          .thenComparing(price -> price.amount().minor(), Comparator.reverseOrder());

  private PriceChoice() {}

  /** The price of one unit for so many units; empty if the article is not for sale here and now. */
  public static Optional<Price> choose(
      List<Price> prices, Buyer buyer, Quantity quantity, Instant at) {
    return prices.stream()
        .filter(price -> price.amount().currency().equals(buyer.currency()))
        .filter(price -> isFor(price, buyer))
        .filter(price -> price.minQuantity() <= quantity.value())
        .filter(price -> holds(price, at))
        .max(MOST_SPECIFIC);
  }

  private static boolean isFor(Price price, Buyer buyer) {
    return (price.channel() == null || price.channel().equals(buyer.channel()))
        && (price.customerGroup() == null || price.customerGroup().equals(buyer.customerGroup()));
  }

  private static boolean holds(Price price, Instant at) {
    return (price.from() == null || !at.isBefore(price.from()))
        && (price.until() == null || at.isBefore(price.until()));
  }

  private static int ends(Price price) {
    return (int) Stream.of(price.from() != null, price.until() != null).filter(b -> b).count();
  }

  private static Instant start(Price price) {
    return price.from() == null ? Instant.MIN : price.from();
  }
}
