package kontor.order.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kontor.contracts.CustomerId;
import kontor.order.customer.Customer;
import kontor.order.customer.CustomerMails;
import kontor.order.customer.LinkTokens;

/**
 * Mails with a secret link. The token is made when the mail is sent, anew with each try, so that it
 * lies nowhere but in the mail.
 */
public final class LinkMails implements CustomerMails {

  private static final Duration PASSWORD = Duration.ofHours(1);
  private static final Duration CONSENT = Duration.ofDays(7);

  /** Asked for again within this time, there is one mail. */
  private static final Duration ONE_MAIL = Duration.ofMinutes(5);

  private final Mails mails;
  private final LinkTokens tokens;
  private final String publicUrl;
  private final Clock clock;

  /**
   * @param publicUrl the shop's address, without a slash at its end
   */
  public LinkMails(Mails mails, LinkTokens tokens, String publicUrl, Clock clock) {
    this.mails = mails;
    this.tokens = tokens;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  @Override
  public void sendLink(Customer to, LinkTokens.Use use, Instant now) {
    long slot = now.toEpochMilli() / ONE_MAIL.toMillis();
    String fact = to.id() + "/" + use.name().toLowerCase(java.util.Locale.ROOT) + "/" + slot;
    mails.record(new Mail(fact, MailKind.valueOf(use.name()), null, to.id(), Map.of(), now), now);
  }

  /** A fresh link; earlier ones work until they expire, too. */
  String link(MailKind kind, CustomerId customer) {
    LinkTokens.Use use = LinkTokens.Use.valueOf(kind.name());
    boolean password = use == LinkTokens.Use.NEW_PASSWORD;
    Instant end = clock.instant().plus(password ? PASSWORD : CONSENT);
    String page = kind.template();
    return publicUrl + "/api/shop/links/" + page + "?token=" + tokens.create(customer, use, end);
  }
}
