package kontor.connector.channel;

import java.util.Map;
import java.util.Optional;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;

/**
 * An account of ours at a marketplace, for one country.
 *
 * @param marketplace the {@link Marketplace#name()} that it is at
 * @param channel where buyers meet us through it, such as {@code ebay-de}; stock and prices go by
 *     it
 * @param name ours for the account, unique within the channel
 * @param country whose buyers see the prices: decides VAT
 * @param settings by {@link AccountField#name()}; no secrets
 */
public record Account(
    String marketplace,
    ChannelId channel,
    String name,
    CountryCode country,
    Map<String, String> settings) {

  public Account {
    settings = Map.copyOf(settings);
  }

  /** Channel and name: tells it from all others. */
  public String key() {
    return channel + "/" + name;
  }

  public Optional<String> find(String setting) {
    return Optional.ofNullable(settings.get(setting)).filter(value -> !value.isBlank());
  }

  /**
   * @throws IllegalStateException if there is none: whoever connects an account checks its fields
   */
  public String setting(String setting) {
    return find(setting).orElseThrow(() -> new IllegalStateException(key() + " has no " + setting));
  }
}
