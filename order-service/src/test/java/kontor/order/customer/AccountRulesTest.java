package kontor.order.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kontor.contracts.CountryCode;
import kontor.order.customer.Consent.Purpose;
import kontor.order.customer.Consent.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an account accepts, and how its parts change. */
class AccountRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final EmailAddress EMAIL = new EmailAddress("jörg@müller.example");

  @ParameterizedTest
  @CsvSource({
    "Jörg@Müller.Example,jörg@xn--mller-kva.example",
    "'  a@B.de ',a@b.de",
    "jo\u0308rg@b.de,jörg@b.de"
  })
  void addressesThatReachTheSameMailboxAreTheSame(String written, String same) {
    assertThat(new EmailAddress(written).normalised()).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a@b",
        "a b@c.de",
        "a@b.de\r\nBcc: x@y.de",
        "<a@b.de>",
        "a@b..de",
        "a@-.de",
        "a,b@c.de"
      })
  void whatIsNoAddressIsRefused(String written) {
    assertThatThrownBy(() -> new EmailAddress(written)).hasMessage("is not an e-mail address");
  }

  @Test
  void anAddressDoesNotGetIntoALog() {
    assertThat(EMAIL.toString()).doesNotContain("jörg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "neunzeich", "jörg@müller.example"})
  void aPasswordIsLongAndNotTheAddress(String password) {
    assertThatThrownBy(() -> PasswordRule.check("password", password, EMAIL))
        .isInstanceOf(AccountRefusedException.class);
  }

  @Test
  void aPasswordEndsWhereBcryptEnds() {
    String longest = "ü".repeat(36);
    assertThat(PasswordRule.check("password", longest, EMAIL)).isEqualTo(longest);
    assertThatThrownBy(() -> PasswordRule.check("password", longest + "x", EMAIL))
        .hasMessageContaining("72 bytes");
  }

  @Test
  void thePauseBeginsAfterFiveWrongPasswordsAndGrowsUpToAnHour() {
    assertThat(pause(4)).isZero();
    assertThat(pause(5)).isEqualTo(Duration.ofSeconds(30));
    assertThat(pause(6)).isEqualTo(Duration.ofMinutes(1));
    assertThat(pause(12)).isEqualTo(Duration.ofMinutes(64));
    assertThat(pause(1_000_000)).isEqualTo(Duration.ofMinutes(64));
  }

  private static Duration pause(int failures) {
    return Duration.between(NOW, new SignInPause(failures, NOW).until());
  }

  @Test
  void aNewsletterNeedsTheClickInTheMail() {
    ConsentBook asked = ConsentBook.EMPTY.give(Purpose.NEWSLETTER, "n1", NOW);
    assertThat(asked.isGiven(Purpose.NEWSLETTER)).isFalse();
    ConsentBook given = asked.confirm(Purpose.NEWSLETTER, NOW.plusSeconds(60)).orElseThrow();
    assertThat(given.history())
        .containsExactly(
            new Consent(Purpose.NEWSLETTER, State.REQUESTED, NOW, "n1"),
            new Consent(Purpose.NEWSLETTER, State.GIVEN, NOW.plusSeconds(60), "n1"));
    assertThat(given.confirm(Purpose.NEWSLETTER, NOW)).contains(given);
  }

  @Test
  void aLinkDoesNotBringBackWhatWasWithdrawn() {
    ConsentBook withdrawn =
        ConsentBook.EMPTY
            .give(Purpose.NEWSLETTER, "n1", NOW)
            .withdraw(Purpose.NEWSLETTER, NOW.plusSeconds(1));
    assertThat(withdrawn.confirm(Purpose.NEWSLETTER, NOW)).isEmpty();
    assertThat(withdrawn.withdraw(Purpose.NEWSLETTER, NOW)).isSameAs(withdrawn);
    assertThat(ConsentBook.EMPTY.confirm(Purpose.NEWSLETTER, NOW)).isEmpty();
  }

  @Test
  void otherConsentsCountAtOnce() {
    ConsentBook given = ConsentBook.EMPTY.give(Purpose.PERSONAL_OFFERS, "p1", NOW);
    assertThat(given.isGiven(Purpose.PERSONAL_OFFERS)).isTrue();
    assertThat(given.give(Purpose.PERSONAL_OFFERS, "p1", NOW)).isSameAs(given);
  }

  @Test
  void theFirstAddressIsTheDefaultUntilAnotherIsChosen() {
    AddressBook two = AddressBook.EMPTY.put(address("a")).put(address("b"));
    assertThat(List.of(two.delivery(), two.invoice())).containsExactly("a", "a");
    AddressBook other = two.prefer("b", true, false);
    assertThat(List.of(other.delivery(), other.invoice())).containsExactly("b", "a");
    AddressBook rest = other.without("a");
    assertThat(List.of(rest.delivery(), rest.invoice())).containsExactly("b", "b");
    assertThat(rest.without("b")).isEqualTo(AddressBook.EMPTY);
  }

  private static SavedAddress address(String id) {
    return new SavedAddress(
        id, "Jörg Müßig", null, "Löwengasse 3", "50676", "Köln", new CountryCode("DE"));
  }
}
