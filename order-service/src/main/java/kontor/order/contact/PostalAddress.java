package kontor.order.contact;

import java.util.Set;
import kontor.contracts.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody lives or a business has its seat.
 *
 * @param street2 a second line, such as a floor
 * @param state or province, where addresses have one
 */
public record PostalAddress(
    String name,
    @Nullable String company,
    String street,
    @Nullable String street2,
    String postalCode,
    String city,
    @Nullable String state,
    CountryCode country) {

  /** Whose addresses are not complete without a state or province (UPU S42 templates). */
  private static final Set<String> WITH_STATE =
      Set.of("AU", "BR", "CA", "CN", "IN", "JP", "MX", "US");

  public static boolean needsState(CountryCode country) {
    return WITH_STATE.contains(country.value());
  }
}
