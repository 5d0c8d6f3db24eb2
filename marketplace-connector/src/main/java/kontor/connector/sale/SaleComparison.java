package kontor.connector.sale;

import java.util.Optional;
import kontor.connector.channel.Afterwards;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.State;
import kontor.connector.sale.Sale.Cancelled;
import kontor.connector.sale.Sale.Open;

/** What a report of a marketplace contradicts in what we know of a sale after it was taken over. */
final class SaleComparison {

  private SaleComparison() {}

  /** In words for a person, who alone can say which side is right; empty when both agree. */
  static Optional<String> contradiction(Sale ours, ReportedOrder theirs) {
    if (ours instanceof Open open) {
      return ofOpen(open, theirs);
    }
    return ours instanceof Cancelled && theirs.state() == State.PAID
        ? Optional.of("it is to be fulfilled there, and the marketplace had cancelled it before")
        : Optional.empty();
  }

  private static Optional<String> ofOpen(Open ours, ReportedOrder theirs) {
    if (theirs.state() == State.CANCELLED) {
      return Optional.of("it is cancelled there, and the marketplace knows of a parcel of it");
    }
    if (theirs.state() == State.WAITING) {
      return Optional.of("it waits for its money there, and is an order here");
    }
    boolean whole = theirs.afterwards().equals(Afterwards.NOTHING);
    return whole && !theirs.total().equals(ours.received().total())
        ? Optional.of(
            "its total there is " + theirs.total() + ", and here " + ours.received().total())
        : Optional.empty();
  }
}
