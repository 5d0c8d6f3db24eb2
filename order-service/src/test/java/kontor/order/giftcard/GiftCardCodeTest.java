package kontor.order.giftcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The codes of gift cards. */
class GiftCardCodeTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final SecureRandom random = new SecureRandom();

  @Test
  void aCodeIsReadAsItIsPrintedAndAsPeopleTypeIt() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      GiftCardCode code = GiftCardCode.random(random);
      String typed = code.printed().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');

      assertThat(code.printed()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
      assertThat(GiftCardCode.typed(typed.replace('-', ' '))).contains(code);
      assertThat(seen.add(code.value())).isTrue();
    }
  }

  @Test
  void eachSingleMistypedCharacterIsNoticed() {
    String code = GiftCardCode.random(random).value();
    for (int place = 0; place < code.length(); place++) {
      for (int i = 0; i < ALPHABET.length(); i++) {
        char other = ALPHABET.charAt(i);
        String changed = code.substring(0, place) + other + code.substring(place + 1);
        assertThat(GiftCardCode.typed(changed).isPresent()).isEqualTo(changed.equals(code));
      }
    }
  }

  @Test
  void whatCannotBeACodeIsNoneAndIsNeverShown() {
    String code = GiftCardCode.random(random).value();
    assertThat(GiftCardCode.typed("")).isEmpty();
    assertThat(GiftCardCode.typed(code + code.charAt(0))).isEmpty();
    assertThat(GiftCardCode.typed("U" + code.substring(1))).isEmpty();
    assertThatThrownBy(() -> new GiftCardCode(code.substring(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(code.substring(1));
    assertThat(new GiftCardCode(code)).asString().doesNotContain(code);
  }
}
