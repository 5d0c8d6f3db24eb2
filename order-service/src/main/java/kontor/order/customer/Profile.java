package kontor.order.customer;

import kontor.order.document.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a customer tells of himself. Personal data: never in an event or a log.
 *
 * @param vatId of a business in the EU, without blanks
 * @param language in which mails are written
 */
public record Profile(
    EmailAddress email,
    String name,
    @Nullable String company,
    @Nullable String phone,
    @Nullable String vatId,
    Language language) {

  @Override
  public String toString() {
    return "Profile";
  }
}
