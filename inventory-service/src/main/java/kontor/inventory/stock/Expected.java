package kontor.inventory.stock;

import java.time.LocalDate;
import java.util.Optional;
import kontor.contracts.LocationId;

/**
 * Units of one line of a purchase order that have not arrived yet.
 *
 * @param on the day they should arrive; empty: nobody said
 * @param revision of the purchase order that said so
 */
public record Expected(LocationId location, int units, Optional<LocalDate> on, long revision) {

  boolean says(StockCommand.Expect wanted) {
    return location.equals(wanted.location())
        && units == wanted.quantity().value()
        && on.equals(wanted.on());
  }
}
