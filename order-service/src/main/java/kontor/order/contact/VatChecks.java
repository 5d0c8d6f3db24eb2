package kontor.order.contact;

import java.math.BigInteger;

/** The check digits of VAT ids, without the country's letters, per member state. */
final class VatChecks {

  private VatChecks() {}

  private static int digit(String id, int place) {
    return id.charAt(place) - '0';
  }

  private static int last(String id) {
    return digit(id, id.length() - 1);
  }

  static int sum(String id, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += digit(id, i) * weights[i];
    }
    return sum;
  }

  /** ISO 7064, MOD 11,10. */
  static boolean germany(String id) {
    int product = 10;
    for (int i = 0; i < 8; i++) {
      int sum = (digit(id, i) + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (11 - product) % 10 == last(id);
  }

  /** The id still has its {@code U}. */
  static boolean austria(String id) {
    int sum = 4;
    for (int i = 1; i < 8; i++) {
      int weighted = digit(id, i) * (i % 2 == 0 ? 2 : 1);
      sum += weighted / 10 + weighted % 10;
    }
    return (10 - sum % 10) % 10 == last(id);
  }

  static boolean belgium(String id) {
    return 97 - Integer.parseInt(id.substring(0, 8)) % 97 == Integer.parseInt(id.substring(8));
  }

  /** Newer keys hold letters and follow no public rule. */
  static boolean france(String id) {
    String key = id.substring(0, 2);
    int siren = Integer.parseInt(id.substring(2));
    return !key.matches("\\d{2}") || Integer.parseInt(key) == (12 + 3 * (siren % 97)) % 97;
  }

  static boolean finland(String id) {
    return (11 - sum(id, 7, 9, 10, 5, 8, 4, 2) % 11) % 11 == last(id);
  }

  static boolean luxembourg(String id) {
    return Integer.parseInt(id.substring(0, 6)) % 89 == Integer.parseInt(id.substring(6));
  }

  /** Of companies the eleven test; of the self-employed MOD 97 with letters as numbers. */
  static boolean netherlands(String id) {
    if (sum(id, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(id, 8)) {
      return true;
    }
    BigInteger number = new BigInteger("2321" + id.replace("B", "11"));
    return number.mod(BigInteger.valueOf(97)).intValue() == 1;
  }

  static boolean poland(String id) {
    return sum(id, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(id);
  }

  static boolean portugal(String id) {
    int check = 11 - sum(id, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return (check > 9 ? 0 : check) == last(id);
  }

  /** The digits in even places from the right count twice, with their cross sum. */
  static boolean luhn(String id) {
    int sum = 0;
    for (int i = 0; i < id.length(); i++) {
      int weighted = digit(id, i) * ((id.length() - i) % 2 == 0 ? 2 : 1);
      sum += weighted / 10 + weighted % 10;
    }
    return sum % 10 == 0;
  }
}
