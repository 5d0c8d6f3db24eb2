package kontor.order.giftcard;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * With which a gift card is used: 15 random characters out of 32 (75 bits, so that nobody finds one
 * by trying) and a check character, which tells each single mistyped character (Luhn mod N). The
 * letters I, L, O and U are not among them; who types I or L means 1, who types O means 0. Whoever
 * has the code has the money: it is in no event, no log and no document.
 *
 * @param value 16 characters, without dashes
 */
public record GiftCardCode(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BASE = ALPHABET.length();
  private static final int LENGTH = 16;
  private static final int GROUP = 4;

  public GiftCardCode {
    if (!isCode(value)) {
      throw new IllegalArgumentException("not the code of a gift card"); // and not shown, it may be
    }
  }

  /** A new one. */
  public static GiftCardCode random(SecureRandom random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 1; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(BASE)));
    }
    return new GiftCardCode(code.append(check(code)).toString());
  }

  /** As people type it, with dashes, spaces and small letters; empty when it cannot be one. */
  public static Optional<GiftCardCode> typed(String text) {
    String plain =
        text.replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return isCode(plain) ? Optional.of(new GiftCardCode(plain)) : Optional.empty();
  }

  private static boolean isCode(String text) {
    return text.length() == LENGTH
        && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && text.charAt(LENGTH - 1) == check(text.substring(0, LENGTH - 1));
  }

  /** Every second character counts twice, its two digits added up, from the right. */
  private static char check(CharSequence random) {
    int sum = 0;
    for (int i = 0; i < random.length(); i++) {
      boolean twice = (random.length() - i) % 2 == 1;
      int digit = ALPHABET.indexOf(random.charAt(i)) * (twice ? 2 : 1);
      sum += digit / BASE + digit % BASE;
    }
    return ALPHABET.charAt((BASE - sum % BASE) % BASE);
  }

  /** As it is printed: four groups of four. */
  public String printed() {
    return value.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
  }

  /** Says nothing. */
  @Override
  public String toString() {
    return "GiftCardCode";
  }
}
