package kontor.order.shipping;

import java.time.Instant;
import java.util.List;
import kontor.order.shipping.ShippingEvent.ShippingTableSet;
import kontor.pricing.shipping.ShippingTable;
import org.jspecify.annotations.Nullable;

/**
 * The table that holds, and how often it was changed.
 *
 * @param table absent: nobody changed what the settings say
 */
public record ShippingBook(@Nullable ShippingTable table, long revision) {

  static final ShippingBook UNTOUCHED = new ShippingBook(null, 0);

  static ShippingBook evolve(ShippingBook book, ShippingEvent event) {
    if (event instanceof ShippingTableSet e) {
      return new ShippingBook(e.table(), book.revision() + 1);
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  /** Who has not seen the newest table does not replace it; to set the same again does nothing. */
  static List<ShippingEvent> set(ShippingBook book, ShippingTable wanted, long seen, Instant at) {
    return seen != book.revision() || wanted.equals(book.table())
        ? List.of()
        : List.of(new ShippingTableSet(wanted, at));
  }
}
