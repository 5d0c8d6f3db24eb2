package kontor.order.mail.adapter;

import java.nio.file.Path;
import kontor.order.document.Seller;
import kontor.order.mail.Post;
import kontor.platform.spring.PlatformSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Chooses how mails leave: by a server where one is named, otherwise into a folder. */
@Configuration(proxyBeanMethods = false)
class PostConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(PostConfiguration.class);

  @Bean
  Post post(
      @Value("${spring.mail.host:}") String host, // Spring's own setting: it has no record of ours
      JavaMailSender sender,
      MailSettings settings,
      PlatformSettings platform,
      Seller seller) {
    String from = settings.from().isBlank() ? seller.email() : settings.from();
    MimeForm form = new MimeForm(from, seller.name(), settings.replyTo());
    if (!host.isBlank()) {
      return new SmtpPost(sender, form);
    }
    Path wanted = settings.mailbox();
    Path folder = wanted == null ? platform.dataDir().resolve("mailbox") : wanted;
    LOG.info("no mail server is named: mails are written to {}", folder.toAbsolutePath());
    return new FolderPost(folder, form);
  }
}
