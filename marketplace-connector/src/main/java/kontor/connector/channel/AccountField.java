package kontor.connector.channel;

import java.util.Optional;

/**
 * Something an account must or may be told, with words for the person who connects it.
 *
 * @param secret kept encrypted and never shown again
 * @param byDefault used when nothing is given; a field without it is required
 */
public record AccountField(
    String name, String meaning, boolean secret, Optional<String> byDefault) {

  public static AccountField required(String name, String meaning) {
    return new AccountField(name, meaning, false, Optional.empty());
  }

  public static AccountField optional(String name, String meaning, String byDefault) {
    return new AccountField(name, meaning, false, Optional.of(byDefault));
  }

  public static AccountField secret(String name, String meaning) {
    return new AccountField(name, meaning, true, Optional.empty());
  }
}
