package kontor.order.customer;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as its owner writes it; at most 254 characters (RFC 5321 § 4.5.3.1.3). Two that
 * differ in case, composition of umlauts or spelling of the domain are the same one.
 */
public record EmailAddress(String value) {

  private static final Pattern FORM =
      Pattern.compile("[^@\\s\\p{Cntrl}\"<>,;:\\\\]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final int LONGEST = 254;

  public EmailAddress {
    value = value.strip();
    if (value.length() > LONGEST || !FORM.matcher(value).matches() || !hasDomain(value)) {
      throw new IllegalArgumentException("is not an e-mail address");
    }
  }

  private static boolean hasDomain(String value) {
    try {
      return !IDN.toASCII(domain(value), IDN.USE_STD3_ASCII_RULES).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String domain(String value) {
    return value.substring(value.indexOf('@') + 1);
  }

  /** What is compared, and unique among customers. */
  public String normalised() {
    String local = value.substring(0, value.indexOf('@'));
    String composed = Normalizer.normalize(local, Normalizer.Form.NFC);
    return (composed + "@" + IDN.toASCII(domain(value))).toLowerCase(Locale.ROOT);
  }

  /** Not the address: it is personal data, and this ends up in logs. */
  @Override
  public String toString() {
    return "EmailAddress";
  }
}
