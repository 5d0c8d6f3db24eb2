package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/** What eBay keeps, of all sellers. */
record Tables(
    Table<Item> items,
    Table<Offer> offers,
    Table<ObjectNode> locations,
    Table<SoldOrder> orders,
    Table<CancelCase> cancellations,
    Table<ReturnCase> returns,
    Table<Payouts.Payout> payouts) {

  static Tables of(Store store) {
    return new Tables(
        store.table("ebay-items", Item.class),
        store.table("ebay-offers", Offer.class),
        store.table("ebay-locations", ObjectNode.class),
        store.table("ebay-orders", SoldOrder.class),
        store.table("ebay-cancellations", CancelCase.class),
        store.table("ebay-returns", ReturnCase.class),
        store.table("ebay-payouts", Payouts.Payout.class));
  }
}
