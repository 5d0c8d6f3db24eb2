package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.access.Caller;
import kontor.access.TestGateway;
import kontor.contracts.OrderId;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to an order is mailed once, through a real server. */
class MailServiceTest extends RunningOrderService {

  @Autowired private MongoDatabase database;

  private final String email = "post." + UUID.randomUUID() + "@example.org";

  @Test
  void anOrderIsToldStepByStepWithItsDocuments() {
    OrderId order = confirmed("test", 2);
    String number = read(own(order), "$.number");
    MimeMessage confirmation = mail("Ihre Bestellung " + number + " ist bestätigt");
    assertThat(text(confirmation))
        .contains("2 x Grüner Tee", "21,40", "26,30", "Widerrufsrecht", "Guten Tag Jörg Müßig");
    assertThat(files(confirmation)).isEmpty();

    manage(order, "ship", "{'carrier':'DHL','trackingNumber':'JJD0001'}");
    assertThat(text(mail("Ihre Bestellung " + number + " ist unterwegs")))
        .contains("DHL", "JJD0001", "2 x Grüner Tee");
    assertThat(files(mail("Rechnung RE-"))).contains("RE-");

    manage(order, "returns", "{'rma':'R1','lines':[{'line':1,'quantity':1}]}");
    assertThat(text(mail("Erstattung von 10,70"))).contains("10,70", number);
    assertThat(files(mail("Rechnungskorrektur "))).contains(".pdf");
    assertThat(listed(order, "&status=SENT")).contains("PARCEL_SHIPPED").doesNotContain(email);
  }

  @Test
  void anEventThatIsDeliveredAgainMailsNobodyAgain() {
    OrderId order = confirmed("test", 1);
    manage(order, "ship", "{'carrier':'DHL'}");
    mail("unterwegs");
    published
        .of(order.value(), ParcelShipped.class)
        .forEach(again -> neighbours.publish("order", order.value(), again));
    OrderId next = confirmed("test", 1);
    await().until(() -> mails("bestätigt").size() == 2);
    assertThat(mails("unterwegs")).hasSize(1);
    assertThat(listed(next, "")).contains("ORDER_CONFIRMED");
  }

  @Test
  void aWithdrawalHasAReceiptWithItsTime() {
    OrderId order = confirmed("test", 1);
    String number = read(own(order), "$.number");
    String contract = "{'number':'" + number + "','email':'" + email + "'}";
    await()
        .until(
            () ->
                TestGateway.post(ANNA, url("/api/shop/withdrawals"), contract).statusCode() == 200);
    String receipt = text(mail("Eingangsbestätigung Ihres Widerrufs"));
    assertThat(receipt).contains("Bestellung " + number, "W-" + number, "Inhalt der Erklärung");
    assertThat(receipt)
        .containsPattern("eingegangen am .* um \\d\\d:\\d\\d:\\d\\d (MEZ|MESZ|CET|CEST)");
    assertThat(mails("storniert")).isEmpty();
  }

  @Test
  void whoPaysInAdvanceIsToldWhereToAndALateRejectionIsToldWhy() {
    OrderId order = placed("prepayment", 1);
    grant(order);
    String number = read(own(order), "$.number");
    assertThat(text(mail("Bitte überweisen Sie"))).contains("VK-" + number, "15,60");
    manage(order, "cancel", "{'reason':'Irrtum'}");
    mail("Ihre Bestellung " + number + " wurde storniert");
  }

  @Test
  void whileTheServerIsAwayMailsWaitAndGoOutOnceWhenItIsBack() {
    MAIL.stop();
    OrderId order;
    try {
      order = confirmed("test", 1);
      await().until(() -> listed(order, "&status=WAITING").contains("the server does not answer"));
    } finally {
      MAIL.start();
    }
    mail("bestätigt");
    assertThat(listed(order, "&status=WAITING")).contains("\"items\":[]");
    assertThat(mails("bestätigt")).hasSize(1);
  }

  @Test
  void afterACrashBeforeTheNoteTheMailHasTheSameMessageId() throws Exception {
    OrderId order = confirmed("test", 1);
    mail("bestätigt");
    await().until(() -> listed(order, "").contains("SENT"));
    String id = read(listed(order, ""), "$.items[0].id");
    database
        .getCollection("mails")
        .updateOne(
            Filters.eq("_id", id),
            Updates.combine(
                Updates.set("status", "WAITING"),
                Updates.set("lease", "of one who crashed"),
                Updates.set("dueAt", Date.from(Instant.EPOCH))));
    await().until(() -> mails("bestätigt").size() == 2);
    assertThat(mails("bestätigt").get(0).getMessageID())
        .isEqualTo(mails("bestätigt").get(1).getMessageID())
        .startsWith("<" + id + "@");
  }

  @Test
  void aMailToAnAddressThatIsNoneHasFailedAndMayBeTriedAgain() {
    String request = "{'email':'a<b@example.org'," + ADDRESS + "}";
    OrderId order = order(checkOut(cart(1), UUID.randomUUID().toString(), request));
    grant(order);
    await().until(() -> listed(order, "&status=FAILED").contains("the address is none"));
    String id = read(listed(order, ""), "$.items[0].id");
    String path = "/api/admin/mails/" + id + "/retry";
    assertThat(read(TestGateway.post(TestGateway.MANAGER, url(path), "{}").body(), "$.status"))
        .isEqualTo("WAITING");
    await().until(() -> listed(order, "&status=FAILED").contains("the address is none"));
    assertThat(TestGateway.post(ANNA, url(path), "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void aForgottenPasswordIsResetByALinkThatWorksOnce() {
    Caller me = customer("en");
    String forgotten = "{'email':'" + email + "'}";
    assertThat(post("/api/shop/customers/password-resets", forgotten)).isEqualTo(202);
    assertThat(post("/api/shop/customers/password-resets", forgotten)).isEqualTo(202);
    assertThat(post("/api/shop/customers/password-resets", "{'email':'nobody@example.org'}"))
        .isEqualTo(202);
    String token = token(text(mail("Your new password")));
    String path = "/api/shop/customers/password-resets/confirm";
    String reset = "{'token':'" + token + "','newPassword':'%s'}";
    assertThat(post(path, reset.formatted("short"))).isEqualTo(400);
    assertThat(post(path, reset.formatted("a new password"))).isEqualTo(204);
    assertThat(post(path, reset.formatted("another password"))).isEqualTo(400);
    assertThat(post("/api/shop/session", "{'email':'" + email + "','password':'a new password'}"))
        .isEqualTo(200);
    assertThat(mails("Your new password")).hasSize(1);
    assertThat(me.subject()).startsWith("customer:");
  }

  @Test
  void theNewsletterIsConfirmedByTheMailedLink() {
    Caller me = customer("de");
    String path = "/api/shop/customers/me/consents/NEWSLETTER";
    TestGateway.send(
        "PUT", me, url(path), "{'given':true,'textVersion':'n-1'}", java.util.Map.of());
    String token = token(text(mail("Bitte bestätigen Sie den Newsletter")));
    String page =
        TestGateway.get(ANNA, url("/api/shop/links/confirm-newsletter?token=" + token)).body();
    assertThat(page).contains("<button", "Ja, bestätigen", token);
    assertThat(TestGateway.get(ANNA, url("/api/shop/links/confirm-newsletter?token=%22%3E")).body())
        .contains("value=\"&quot;&gt;\"");
    assertThat(TestGateway.get(me, url("/api/shop/customers/me/consents")).body())
        .doesNotContain("GIVEN");
    String confirm = "/api/shop/customers/consents/NEWSLETTER/confirm";
    assertThat(post(confirm, "{'token':'x" + token + "'}")).isEqualTo(400);
    assertThat(post(confirm, "{'token':'" + token + "'}")).isEqualTo(204);
    assertThat(post(confirm, "{'token':'" + token + "'}")).isEqualTo(204);
    assertThat(
            read(TestGateway.get(me, url("/api/shop/customers/me/consents")).body(), "$[*].state"))
        .isEqualTo("[\"REQUESTED\",\"GIVEN\"]");
  }

  private Caller customer(String language) {
    String body =
        "{'email':'%s','name':'Käthe','password':'ein langes Passwort','language':'%s'}"
            .formatted(email, language);
    return TestGateway.customer(
        read(TestGateway.post(ANNA, url("/api/shop/customers"), body).body(), "$.id"));
  }

  private int post(String path, String body) {
    return TestGateway.post(ANNA, url(path), body).statusCode();
  }

  private static String token(String text) {
    Matcher link = Pattern.compile("token=([A-Za-z0-9_-]{43})").matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group(1);
  }

  private OrderId placed(String method, int units) {
    String request = "{'email':'" + email + "','method':'" + method + "'," + ADDRESS + "}";
    return order(checkOut(cart(units), UUID.randomUUID().toString(), request));
  }

  private OrderId confirmed(String method, int units) {
    OrderId order = placed(method, units);
    grant(order);
    await().until(() -> status(order).equals("CONFIRMED"));
    return order;
  }

  private String listed(OrderId order, String more) {
    return TestGateway.get(TestGateway.MANAGER, url("/api/admin/mails?order=" + order + more))
        .body();
  }

  /** The one mail to this test's buyer with a subject of these words. */
  private MimeMessage mail(String subject) {
    await().atMost(Duration.ofSeconds(20)).until(() -> !mails(subject).isEmpty());
    return mails(subject).get(0);
  }

  private List<MimeMessage> mails(String subject) {
    return Stream.of(MAIL.getReceivedMessages()).filter(m -> isFor(m, subject)).toList();
  }

  private boolean isFor(MimeMessage mail, String subject) {
    try {
      return Arrays.toString(mail.getAllRecipients()).contains(email)
          && mail.getSubject().contains(subject);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) {
    return parts(mail, "text/plain");
  }

  /** The names of what is attached. */
  private static String files(MimeMessage mail) {
    return parts(mail, "application/pdf");
  }

  private static String parts(Part part, String type) {
    try {
      if (part.getContent() instanceof Multipart several) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < several.getCount(); i++) {
          all.append(parts(several.getBodyPart(i), type));
        }
        return all.toString();
      }
      if (!part.isMimeType(type)) {
        return "";
      }
      return type.startsWith("text") ? part.getContent().toString() : part.getFileName() + " ";
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
