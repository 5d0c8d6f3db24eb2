package kontor.order.mail.adapter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.regex.Pattern;
import kontor.order.mail.Message;
import kontor.order.mail.Post;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * A mail as it travels: text and HTML (multipart/alternative), UTF-8, and the same Message-ID on
 * every try. Nothing of a name or subject gets into another header.
 */
final class MimeForm {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private final InternetAddress from;
  private final String replyTo;

  /**
   * @param replyTo empty: the sender
   */
  MimeForm(String from, String name, String replyTo) {
    this.from = address(from, name);
    this.replyTo = replyTo;
  }

  /** Throws {@link Post.NotSentException}, hopeless, when the address is none. */
  MimeMessage fill(MimeMessage mime, Post.Label label, Message message) {
    InternetAddress to = address(message.address(), message.name());
    try {
      String charset = StandardCharsets.UTF_8.name();
      MimeMessageHelper helper =
          new MimeMessageHelper(mime, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, charset);
      helper.setFrom(from);
      helper.setTo(to);
      if (!replyTo.isBlank()) {
        helper.setReplyTo(replyTo);
      }
      helper.setSubject(oneLine(message.written().subject()));
      helper.setSentDate(Date.from(label.at()));
      helper.setText(message.written().text(), message.written().html());
      for (Message.Attachment file : message.attachments()) {
        helper.addAttachment(
            oneLine(file.name()), new ByteArrayResource(file.content()), file.type());
      }
      mime.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no answers by machines
      mime.setHeader("Message-ID", messageId(label));
      return mime;
    } catch (MessagingException e) {
      throw new Post.NotSentException("it cannot be put into the form of a mail", true, e);
    }
  }

  String messageId(Post.Label label) {
    String address = from.getAddress();
    return "<" + label.key() + address.substring(address.indexOf('@')) + ">";
  }

  private static InternetAddress address(String address, String name) {
    int at = address.indexOf('@');
    try {
      String domain = IDN.toASCII(address.substring(at + 1));
      InternetAddress strict = new InternetAddress(address.substring(0, at + 1) + domain, true);
      strict.setPersonal(oneLine(name), StandardCharsets.UTF_8.name());
      return strict;
    } catch (MessagingException | IllegalArgumentException | UnsupportedEncodingException e) {
      throw new Post.NotSentException("the address is none", true, e);
    }
  }

  static String oneLine(String text) {
    return CONTROL.matcher(text).replaceAll(" ").strip();
  }
}
