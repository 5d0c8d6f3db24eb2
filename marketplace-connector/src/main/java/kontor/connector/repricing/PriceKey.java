package kontor.connector.repricing;

import kontor.connector.channel.Account;
import kontor.contracts.ChannelId;
import kontor.contracts.Sku;

/** An article on an account. */
public record PriceKey(ChannelId channel, String account, Sku sku) {

  public static PriceKey of(Account account, Sku sku) {
    return new PriceKey(account.channel(), account.name(), sku);
  }

  /**
   * @param id as {@link #id()} has it; the SKU may hold slashes
   */
  static PriceKey parse(String id) {
    String[] parts = id.split("/", 3);
    return new PriceKey(new ChannelId(parts[0]), parts[1], new Sku(parts[2]));
  }

  /** Names its stream. */
  public String id() {
    return channel + "/" + account + "/" + sku;
  }
}
