package kontor.order.mail.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kontor.order.document.Language;
import kontor.order.mail.MailKind;
import kontor.order.mail.Message;
import kontor.order.mail.Message.Attachment;
import kontor.order.mail.Message.Written;
import kontor.order.mail.Post.Label;
import kontor.order.mail.Post.NotSentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and form: every text is there, a name stays a name, and headers stay what they are. */
class MailFormTest {

  private static final String EVIL = "<b>Müßig & Söhne</b>";
  private static final Label LABEL =
      new Label(
          "0123456789abcdef0123456789abcdef",
          MailKind.PARCEL_SHIPPED,
          Instant.parse("2026-11-28T10:00:00Z"));

  private final MustacheTemplates templates = new MustacheTemplates();
  private final MimeForm form = new MimeForm("shop@example.org", "Müßig & Söhne", "");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyKindHasItsWordsInBothLanguages(MailKind kind) {
    for (Language language : Language.values()) {
      Written written = templates.write(kind.template(), language, values());
      assertThat(written.subject()).isNotBlank().doesNotContain("{", "\n");
      assertThat(written.text()).contains(EVIL).doesNotContain("{{", "@lines", "@link");
      assertThat(written.html())
          .contains("&lt;b&gt;Müßig &amp; Söhne&lt;/b&gt;", "lang=\"" + language.code() + "\"")
          .doesNotContain("<b>", "{{");
      if (kind.isSecret()) {
        assertThat(written.text()).contains("https://shop.example/x?token=t");
        assertThat(written.html()).contains("href=\"https://shop.example/x?token");
      }
    }
  }

  @Test
  void theConfirmationHasLinesAndSums() {
    Written written = templates.write("order-confirmed", Language.GERMAN, values());
    assertThat(written.text()).contains("2 x Grüner Tee", "21,40 €", "Gesamt: 26,30 €", "§§ 312g");
    assertThat(written.html()).containsOnlyOnce("<td>Grüner Tee</td>").contains("26,30 €");
    assertThat(written.text()).containsOnlyOnce("Grüner Tee");
  }

  @Test
  void aValueNeverBecomesAPartOfTheLayout() {
    Map<String, Object> values = values();
    values.put("name", "x\n\n@link\n\n{{imprint}}");
    Written written = templates.write("refund", Language.GERMAN, values);
    assertThat(written.html()).doesNotContain("href");
    assertThat(written.text()).contains("{{imprint}}");
  }

  @Test
  void namesAndSubjectsAddNoHeader() throws Exception {
    MimeMessage mime = sent("Käthe\r\nBcc: x@example.org", "Ihre\r\nBcc: x@example.org Bestellung");
    assertThat(mime.getAllRecipients()).hasSize(1);
    assertThat(mime.getHeader("Bcc")).isNull();
    assertThat(mime.getSubject()).isEqualTo("Ihre Bcc: x@example.org Bestellung");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b.de\r\nBcc: x@y.de", "a@b.de, x@y.de", "nobody", "a b@c.de", "@"})
  void anAddressThatIsNoneIsHopeless(String address) {
    Message message = new Message(address, "A", new Written("S", "T", "H"), List.of());
    assertThatThrownBy(() -> new FolderPost(folder, form).send(LABEL, message))
        .isInstanceOfSatisfying(NotSentException.class, e -> assertThat(e.isHopeless()).isTrue())
        .hasMessageNotContaining("y.de");
  }

  @Test
  void theMailboxHoldsEachMailOnceHoweverOftenItIsWritten() throws Exception {
    MimeMessage mime = sent("Jörg Müßig", "Grüße: Übergrößen für 10 €");
    sent("Jörg Müßig", "Grüße: Übergrößen für 10 €");
    assertThat(mime.getSubject()).isEqualTo("Grüße: Übergrößen für 10 €");
    assertThat(mime.getMessageID()).isEqualTo("<" + LABEL.key() + "@example.org>");
    assertThat(mime.getAllRecipients()[0].toString()).contains("kaethe@xn--mller-kva.example");
    assertThat(mime.getContentType()).startsWith("multipart/mixed");
    assertThat(mime.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  private MimeMessage sent(String name, String subject) throws Exception {
    Written written = new Written(subject, "Grüße", "<p>Grüße</p>");
    Attachment file = new Attachment("RE-1.pdf", "application/pdf", new byte[] {1, 2, 3});
    new FolderPost(folder, form)
        .send(LABEL, new Message("kaethe@müller.example", name, written, List.of(file)));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all)
          .extracting(p -> p.getFileName().toString())
          .containsExactly("20261128-100000-parcel-shipped-01234567.eml");
      try (InputStream in = Files.newInputStream(all.get(0))) {
        return new MimeMessage(Session.getInstance(new Properties()), in);
      }
    }
  }

  private static Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    for (String name :
        List.of("number", "placedOn", "amount", "reference", "dueOn", "carrier", "tracking")) {
      values.put(name, "[" + name + "]");
    }
    values.put("name", EVIL);
    values.put("shop", "Musterhandel");
    values.put("imprint", "Musterhandel\nMusterstraße 1");
    values.put("document", "RE-2026-11-00001");
    values.put("link", "https://shop.example/x?token=t");
    values.put(
        "lines",
        List.of(
            Map.of(
                "quantity",
                "2",
                "title",
                "Grüner Tee",
                "unitPrice",
                "10,70 €",
                "total",
                "21,40 €",
                "rate",
                "7 %")));
    values.put("sums", List.of(Map.of("label", "Gesamt", "value", "26,30 €")));
    return values;
  }
}
