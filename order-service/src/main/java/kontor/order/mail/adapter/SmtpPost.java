package kontor.order.mail.adapter;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import kontor.order.mail.Message;
import kontor.order.mail.Post;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands mails to an SMTP server. */
final class SmtpPost implements Post {

  private final JavaMailSender sender;
  private final MimeForm form;

  SmtpPost(JavaMailSender sender, MimeForm form) {
    this.sender = sender;
    this.form = form;
  }

  @Override
  public void send(Label label, Message message) {
    try {
      sender.send(form.fill(sender.createMimeMessage(), label, message));
    } catch (MailException e) {
      throw new NotSentException(reason(e), false, e);
    }
  }

  /** In our words: a server's answer may repeat the address. */
  private static String reason(MailException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SendFailedException) {
        return "the server does not take the address or the mail";
      }
      if (t instanceof AuthenticationFailedException) {
        return "the server does not take our user name and password";
      }
      if (t instanceof java.io.IOException) {
        return "the server does not answer: " + t.getClass().getSimpleName();
      }
    }
    return "the server did not take it: " + e.getClass().getSimpleName();
  }
}
