package kontor.order.mail.adapter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import kontor.order.mail.Message;
import kontor.order.mail.Post;

/**
 * Writes mails into a folder, one {@code .eml} file each, for a platform without a mail server. A
 * mail that is written again replaces its file.
 */
final class FolderPost implements Post {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final int SHORT = 8;

  private final Path folder;
  private final MimeForm form;

  FolderPost(Path folder, MimeForm form) {
    this.folder = folder;
    this.form = form;
  }

  @Override
  public void send(Label label, Message message) {
    MimeMessage mime = form.fill(new Fixed(form.messageId(label)), label, message);
    String name =
        TIME.format(label.at())
            + "-"
            + label.kind().template()
            + "-"
            + label.key().substring(0, SHORT)
            + ".eml";
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "mail", ".part");
      try (OutputStream out = Files.newOutputStream(part)) {
        mime.writeTo(out);
      }
      Files.move(
          part,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | MessagingException e) {
      throw new NotSentException("the mailbox folder cannot be written", false, e);
    }
  }

  /** Keeps its Message-ID, which would be made anew when it is written. */
  private static final class Fixed extends MimeMessage {

    private final String messageId;

    Fixed(String messageId) {
      super(Session.getInstance(new Properties()));
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
