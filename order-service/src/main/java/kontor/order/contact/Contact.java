package kontor.order.contact;

import kontor.contracts.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * Who buys and where the parcel goes. Personal data: stays in this service, in one document per
 * order, and can be erased.
 *
 * @param method how the buyer pays: the payment provider's word
 */
public record Contact(
    String email,
    String name,
    @Nullable String company,
    String street,
    String postalCode,
    String city,
    CountryCode country,
    String method,
    ContactDetails details) {

  /** One who told no more. */
  public Contact(
      String email,
      String name,
      @Nullable String company,
      String street,
      String postalCode,
      String city,
      CountryCode country,
      String method) {
    this(email, name, company, street, postalCode, city, country, method, ContactDetails.NONE);
  }

  /** The same for goods that follow: what was written for the first parcel is not repeated. */
  public Contact withoutMessages() {
    ContactDetails same =
        new ContactDetails(
            details.street2(),
            details.state(),
            details.phone(),
            null,
            null,
            details.billing(),
            details.business());
    return new Contact(email, name, company, street, postalCode, city, country, method, same);
  }

  /** Where the parcel goes. */
  public PostalAddress delivery() {
    return new PostalAddress(
        name, company, street, details.street2(), postalCode, city, details.state(), country);
  }

  /** Where the invoice goes: to the company that buys, if it is one. */
  public PostalAddress billing() {
    PostalAddress to = details.billing() == null ? delivery() : details.billing();
    return details.business() == null
        ? to
        : new PostalAddress(
            to.name(),
            details.business().company(),
            to.street(),
            to.street2(),
            to.postalCode(),
            to.city(),
            to.state(),
            to.country());
  }
}
