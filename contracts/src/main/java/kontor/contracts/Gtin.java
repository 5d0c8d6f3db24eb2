package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * GS1's number on the barcode: 8, 12, 13 or 14 digits of which the last is the check digit (GS1
 * General Specifications §7.9). EAN and UPC are forms of it. Text, because leading zeros count.
 */
public record Gtin(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Gtin {
    if (!value.matches("\\d{8}|\\d{12,14}") || !checks(value)) {
      throw new IllegalArgumentException("not a GTIN: '" + value + "'");
    }
  }

  /** From the right, digits weigh 1 and 3 in turn; the weighted sum is a multiple of ten. */
  private static boolean checks(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int fromRight = digits.length() - 1 - i;
      sum += (digits.charAt(i) - '0') * (fromRight % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
  }

  @Override
  public String toString() {
    return value;
  }
}
