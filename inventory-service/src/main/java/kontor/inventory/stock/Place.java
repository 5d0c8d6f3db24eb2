package kontor.inventory.stock;

import kontor.contracts.LocationId;
import kontor.contracts.stock.LocationKind;

/** Where units are put, and what they are there for. */
public record Place(LocationId location, LocationKind kind) {

  public static final Place MAIN = new Place(LocationId.MAIN, LocationKind.WAREHOUSE);
}
