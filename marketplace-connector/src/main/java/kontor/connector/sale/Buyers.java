package kontor.connector.sale;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.contracts.OrderId;

/**
 * Who bought on a marketplace and where the parcel goes: personal data, which only this service
 * has, and not for longer than parcels and claims need it.
 */
public interface Buyers {

  /**
   * Doing it again is fine.
   *
   * @param bought when, in UTC: counts how long it is kept
   */
  void keep(OrderId order, LocalDate bought, Buyer buyer);

  /** Empty for an order that is none of a marketplace, or whose buyer is forgotten. */
  Optional<Buyer> find(OrderId order);

  /** Whether there was anything to forget. */
  boolean forget(OrderId order);

  /** Forgets all who bought before that day. Returns how many. */
  long forgetBefore(LocalDate day);

  /** Forgets who is called so at the marketplace of these accounts. Returns of how many orders. */
  long forgetUser(Collection<Account> accounts, String userName);
}
