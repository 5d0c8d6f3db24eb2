package kontor.connector.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kontor.connector.account.ConnectedAccount.Status;
import kontor.connector.channel.Account;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import org.junit.jupiter.api.Test;

/** What may happen to our accounts. */
class AccountBookTest {

  private static final ChannelId EBAY = new ChannelId("ebay-de");

  private AccountBook book = AccountBook.EMPTY;

  @Test
  void connectingTwiceIsNoNewsAndOtherSettingsAre() {
    assertThat(take(book.connect(account("20490")))).hasSize(1);
    assertThat(take(book.connect(account("20490")))).isEmpty();
    assertThat(take(book.connect(account("38223")))).hasSize(1);
    assertThat(book.all())
        .extracting(one -> one.account().setting("category"))
        .containsOnly("38223");
  }

  @Test
  void aPausedAccountStaysPausedUntilItIsResumed() {
    take(book.connect(account("1")));
    take(book.pause(EBAY, "main"));
    assertThat(take(book.pause(EBAY, "main"))).isEmpty();
    assertThat(take(book.lost(EBAY, "main", "late answer"))).isEmpty();
    take(book.connect(account("2")));
    assertThat(status()).isEqualTo(Status.PAUSED);
    take(book.resume(EBAY, "main"));
    assertThat(status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void anAccountThatIsLockedOutIsLockedOutOnceUntilSomebodyAuthorisesIt() {
    take(book.connect(account("1")));
    assertThat(take(book.lost(EBAY, "main", "invalid_grant"))).hasSize(1);
    assertThat(take(book.lost(EBAY, "main", "invalid_grant"))).isEmpty();
    assertThat(take(book.resume(EBAY, "main"))).isEmpty();
    assertThat(status()).isEqualTo(Status.UNAUTHORISED);
    take(book.authorised(EBAY, "main"));
    assertThat(status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void nothingHappensToAnAccountThatThereIsNot() {
    assertThat(take(book.pause(EBAY, "other"))).isEmpty();
    assertThat(take(book.lost(EBAY, "other", ""))).isEmpty();
  }

  private Status status() {
    return book.find(EBAY, "main").orElseThrow().status();
  }

  private List<AccountEvent> take(List<AccountEvent> events) {
    events.forEach(event -> book = book.evolve(event));
    return events;
  }

  private static Account account(String category) {
    return new Account("ebay", EBAY, "main", CountryCode.GERMANY, Map.of("category", category));
  }
}
