package kontor.order.privacy;

import java.util.List;
import kontor.order.customer.Customers;
import kontor.order.customer.LinkTokens;
import kontor.order.mail.Mails;

/**
 * Everything that holds personal data.
 *
 * @param others what further features hold of customers
 */
public record Holdings(
    Customers customers,
    LinkTokens links,
    PersonalData personal,
    Mails mails,
    List<HeldData> others) {

  public Holdings {
    others = List.copyOf(others);
  }
}
