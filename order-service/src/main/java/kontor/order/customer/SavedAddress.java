package kontor.order.customer;

import kontor.contracts.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * An address that a customer keeps for the next order.
 *
 * @param id opaque, unique with the customer
 */
public record SavedAddress(
    String id,
    String name,
    @Nullable String company,
    String street,
    String postalCode,
    String city,
    CountryCode country) {

  @Override
  public String toString() {
    return "SavedAddress[" + id + "]";
  }
}
