package kontor.analytics.live;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;

/** The parts of sentences that stand for values. */
final class Words {

  private static final int SHORT = 8;
  private static final Map<String, String> CHANNELS =
      Map.of("amazon", "Amazon", "ebay", "eBay", "etsy", "Etsy", "kaufland", "Kaufland");

  private final OrderNumbers numbers;
  private final String homeCountry;

  /**
   * @param homeCountry a marketplace of this country is named without it
   */
  Words(OrderNumbers numbers, String homeCountry) {
    this.numbers = numbers;
    this.homeCountry = homeCountry.toLowerCase(Locale.ROOT);
  }

  /** What people call the order; the end of its id where that is not known. */
  String order(OrderId order) {
    Optional<String> number = numbers.of(order);
    return number.orElseGet(() -> "…" + order.value().substring(order.value().length() - SHORT));
  }

  /** {@code eBay}, or {@code eBay UK} where it is not at home. */
  Sentence channel(ChannelId channel) {
    if (channel.equals(ChannelId.SHOP)) {
      return new Sentence("web shop", "Webshop");
    }
    String[] parts = channel.value().split("-", 2);
    String name = CHANNELS.getOrDefault(parts[0], parts[0]);
    boolean athome = parts.length == 1 || parts[1].equals(homeCountry);
    String full = athome ? name : name + " " + parts[1].toUpperCase(Locale.ROOT);
    return new Sentence(full, full);
  }

  static Sentence money(Money money) {
    String currency = " " + money.currency().getCurrencyCode();
    return new Sentence(money.amount() + currency, money.amount().replace('.', ',') + currency);
  }

  static Sentence items(long count) {
    return new Sentence(count + (count == 1 ? " item" : " items"), count + " Artikel");
  }

  static Sentence units(long count) {
    return new Sentence(count + (count == 1 ? " unit" : " units"), count + " Stück");
  }

  /** {@code +3} or {@code −3}. */
  static String signed(int change) {
    return change < 0 ? "−" + -(long) change : "+" + change;
  }

  static String joined(List<?> parts) {
    return String.join(", ", parts.stream().map(String::valueOf).toList());
  }
}
