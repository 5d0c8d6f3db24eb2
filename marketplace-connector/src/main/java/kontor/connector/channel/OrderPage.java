package kontor.connector.channel;

import java.util.List;
import java.util.Optional;

/**
 * A page of reported orders.
 *
 * @param unreadable orders that cannot be put into our words: their ids and why
 * @param next the cursor of the next page
 */
public record OrderPage(
    List<ReportedOrder> orders, List<Unreadable> unreadable, Optional<String> next) {

  public OrderPage {
    orders = List.copyOf(orders);
    unreadable = List.copyOf(unreadable);
  }

  /** A report that a person has to look at. */
  public record Unreadable(String externalId, String reason) {}
}
