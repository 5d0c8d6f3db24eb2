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
    String method) {}
