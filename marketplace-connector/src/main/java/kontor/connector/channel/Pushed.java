package kontor.connector.channel;

import java.util.Optional;
import kontor.contracts.Sku;

/**
 * The answer to one part of a push.
 *
 * @param refused why, if it was
 * @param submission set when the marketplace has only taken note, as in {@link Published}
 */
public record Pushed(Sku sku, Optional<String> refused, Optional<String> submission) {

  public static Pushed applied(Sku sku) {
    return new Pushed(sku, Optional.empty(), Optional.empty());
  }

  public static Pushed refused(Sku sku, String why) {
    return new Pushed(sku, Optional.of(why), Optional.empty());
  }

  public static Pushed submitted(Sku sku, String submission) {
    return new Pushed(sku, Optional.empty(), Optional.of(submission));
  }
}
