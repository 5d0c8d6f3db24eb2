package kontor.order.customer;

import java.time.Instant;

/**
 * Mails with a link that only the owner of the address can use. Asked for again within minutes,
 * there is one mail.
 */
public interface CustomerMails {

  void sendLink(Customer to, LinkTokens.Use use, Instant now);
}
