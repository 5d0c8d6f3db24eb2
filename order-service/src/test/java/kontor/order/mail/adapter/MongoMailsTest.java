package kontor.order.mail.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kontor.contracts.OrderId;
import kontor.local.TestPlatform;
import kontor.order.mail.Mail;
import kontor.order.mail.MailKind;
import kontor.order.mail.MailStatus;
import kontor.order.mail.Mails.Leased;
import kontor.order.mail.Message;
import kontor.order.mail.Message.Written;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fact has one mail, and a mail one worker. */
class MongoMailsTest {

  private static final OrderId ORDER = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(3);
  private static final Message MESSAGE =
      new Message("käthe@example.org", "Käthe", new Written("Betreff", "Text", "<p>"), List.of());

  private final MongoClient client = MongoClients.create(TestPlatform.mongoUri());
  private final MongoMails mails = new MongoMails(client.getDatabase("mails-" + System.nanoTime()));

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aFactThatComesAgainMakesNoSecondMail() {
    assertThat(mails.record(shipped("1"), NOW)).isTrue();
    assertThat(mails.record(shipped("1"), NOW.plusSeconds(1))).isFalse();
    mails.sent(lease(NOW), MESSAGE, NOW);
    assertThat(mails.record(shipped("1"), NOW.plus(Duration.ofDays(300)))).isFalse();
    assertThat(mails.lease(NOW.plus(Duration.ofDays(300)), LEASE)).isEmpty();
  }

  @Test
  void ofManyWorkersOneHasTheMail() {
    mails.record(shipped("1"), NOW);
    List<CompletableFuture<Boolean>> all =
        IntStream.range(0, 12)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> mails.lease(NOW, LEASE).isPresent()))
            .toList();
    assertThat(all.stream().map(CompletableFuture::join).filter(had -> had)).hasSize(1);
  }

  @Test
  void whatACrashLeftLeasedIsSentWhenTheLeaseIsOver() {
    mails.record(shipped("1"), NOW);
    Leased crashed = lease(NOW);
    assertThat(mails.lease(NOW.plus(LEASE).minusSeconds(1), LEASE)).isEmpty();
    Leased second = lease(NOW.plus(LEASE));
    assertThat(second.entry().id()).isEqualTo(crashed.entry().id());
    assertThat(second.entry().attempts()).isEqualTo(2);
  }

  @Test
  void whoLostTheLeaseChangesNothing() {
    mails.record(shipped("1"), NOW);
    Leased slow = lease(NOW);
    Leased second = lease(NOW.plus(LEASE));
    mails.close(slow, MailStatus.FAILED, "late");
    assertThat(status(slow)).isEqualTo(MailStatus.WAITING);
    mails.sent(second, MESSAGE, NOW);
    mails.postpone(slow, "late", NOW);
    assertThat(status(slow)).isEqualTo(MailStatus.SENT);
  }

  @Test
  void onlyWhatEndedWithoutBeingSentIsTriedAgain() {
    mails.record(shipped("1"), NOW);
    String id = lease(NOW).entry().id();
    assertThat(mails.retry(id, NOW)).isFalse();
    mails.close(lease(NOW.plus(LEASE)), MailStatus.FAILED, "the server is away");
    assertThat(mails.queue().failed()).isEqualTo(1);
    Instant later = NOW.plus(Duration.ofDays(5));
    assertThat(mails.retry(id, later)).isTrue();
    assertThat(mails.queue().oldest()).isEqualTo(later);
    mails.sent(lease(later), MESSAGE, later);
    assertThat(mails.retry(id, later)).isFalse();
  }

  @Test
  void erasedWordsLeaveThatThereWasAMail() {
    mails.record(shipped("1"), NOW);
    mails.sent(lease(NOW), MESSAGE, NOW);
    assertThat(mails.ofOrder(ORDER).get(0).text()).isEqualTo("Text");
    mails.eraseTexts(List.of(mails.ofOrder(ORDER).get(0).entry().id()));
    assertThat(mails.ofOrder(ORDER).get(0).text()).isNull();
    assertThat(mails.ofOrder(ORDER).get(0).entry().status()).isEqualTo(MailStatus.SENT);
    assertThat(mails.record(shipped("1"), NOW)).isFalse();
  }

  @Test
  void aListIsReadPageByPageTheNewestFirst() {
    IntStream.range(0, 5).forEach(i -> mails.record(shipped("" + i), NOW.plusSeconds(i)));
    var first = mails.list(ORDER, MailStatus.WAITING, null, 3);
    var rest = mails.list(ORDER, null, first.next(), 3);
    assertThat(first.items())
        .extracting(e -> e.mail().details().get("parcel"))
        .containsExactly("4", "3", "2");
    assertThat(rest.items())
        .extracting(e -> e.mail().details().get("parcel"))
        .containsExactly("1", "0");
    assertThat(rest.next()).isNull();
    assertThat(mails.list(ORDER, MailStatus.SENT, null, 3).items()).isEmpty();
  }

  @Test
  void mailsAreSwitchedOnOnce() {
    assertThat(mails.switchedOn(NOW)).isEqualTo(NOW);
    assertThat(mails.switchedOn(NOW.plusSeconds(60))).isEqualTo(NOW);
  }

  private Leased lease(Instant now) {
    return mails.lease(now, LEASE).orElseThrow();
  }

  private MailStatus status(Leased mail) {
    return mails.find(mail.entry().id()).orElseThrow().status();
  }

  private static Mail shipped(String parcel) {
    return new Mail(
        "order/" + ORDER + "/shipped/" + parcel,
        MailKind.PARCEL_SHIPPED,
        ORDER,
        null,
        Map.of("parcel", parcel),
        NOW);
  }
}
