package kontor.sandbox.ebay;

import java.util.Set;

/**
 * A seller's account on eBay.
 *
 * @param username eBay's name of the seller
 * @param refreshToken the consent by which the seller let our application in
 * @param country where the seller lives, ISO 3166: decides whether calls that move money are signed
 */
public record Seller(String username, String refreshToken, String country) {

  /** The seller of the settings. */
  static final String LOCAL = "kontor_seller";

  /** The European Union and the United Kingdom, whose payment rules want signatures. */
  private static final Set<String> SIGNING =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU",
          "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  boolean signs() {
    return SIGNING.contains(country);
  }

  @Override
  public String toString() {
    return "Seller[" + username + "]";
  }
}
