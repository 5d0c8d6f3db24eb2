package kontor.sandbox.ebay;

import java.util.List;
import kontor.sandbox.http.Route;

/** The operations that the sandbox plays, by eBay's own names. */
final class Routes {

  private static final String INVENTORY = "/sell/inventory/v1";
  private static final String ORDER = "/sell/fulfillment/v1/order";
  private static final String SHIPMENT = ORDER + "/{orderId}/shipping_fulfillment";

  private Routes() {}

  /** The calls that belong to no seller. */
  static List<Route> shared(Tokens tokens, SigningKeys keys, NotificationKey notifications) {
    String signing = "/developer/key_management/v1/signing_key";
    String publicKey = "/commerce/notification/v1/public_key/{kid}";
    return List.of(
        Route.of("POST", "/identity/v1/oauth2/token", "token", tokens::issue),
        Route.of("POST", signing, "createSigningKey", keys::create),
        Route.of("GET", publicKey, "getPublicKey", notifications::get));
  }

  static List<Route> taxonomy(CategoryCalls categories) {
    String base = "/commerce/taxonomy/v1";
    String aspects = base + "/category_tree/{treeId}/get_item_aspects_for_category";
    return List.of(
        Route.of(
            "GET",
            base + "/get_default_category_tree_id",
            "getDefaultCategoryTreeId",
            categories::defaultTree),
        Route.of("GET", aspects, "getItemAspectsForCategory", categories::aspects));
  }

  static List<Route> afterSale(
      RefundCalls refunds, CancelCalls cancellations, ReturnCalls returns) {
    String cancellation = "/post-order/v2/cancellation";
    String one = cancellation + "/{cancelId}";
    String back = "/post-order/v2/return";
    return List.of(
        Route.of("POST", ORDER + "/{orderId}/issue_refund", "issueRefund", refunds::issue),
        Route.of(
            "POST",
            cancellation + "/check_eligibility",
            "checkCancellationEligibility",
            cancellations::eligibility),
        Route.of("POST", cancellation, "createCancellation", cancellations::create),
        Route.of("GET", cancellation + "/search", "searchCancellations", cancellations::search),
        Route.of("GET", one, "getCancellation", cancellations::get),
        Route.of("POST", one + "/approve", "approveCancellation", cancellations::approve),
        Route.of("POST", one + "/reject", "rejectCancellation", cancellations::reject),
        Route.of("GET", back + "/search", "searchReturns", returns::search),
        Route.of("GET", back + "/{returnId}", "getReturn", returns::get));
  }

  static List<Route> finances(FinanceCalls finances) {
    String base = "/sell/finances/v1";
    return List.of(
        Route.of("GET", base + "/payout", "getPayouts", finances::payouts),
        Route.of("GET", base + "/payout/{payoutId}", "getPayout", finances::payout),
        Route.of("GET", base + "/transaction", "getTransactions", finances::transactions));
  }

  static List<Route> items(ItemCalls items, StockCalls stock) {
    String item = INVENTORY + "/inventory_item";
    String bulk = INVENTORY + "/bulk_create_or_replace_inventory_item";
    String prices = INVENTORY + "/bulk_update_price_quantity";
    return List.of(
        Route.of("PUT", item + "/{sku}", "createOrReplaceInventoryItem", items::put),
        Route.of("GET", item + "/{sku}", "getInventoryItem", items::get),
        Route.of("DELETE", item + "/{sku}", "deleteInventoryItem", items::delete),
        Route.of("GET", item, "getInventoryItems", items::list),
        Route.of("POST", bulk, "bulkCreateOrReplaceInventoryItem", items::bulkPut),
        Route.of("POST", prices, "bulkUpdatePriceQuantity", stock::update));
  }

  static List<Route> offers(OfferCalls offers, ListingCalls listings) {
    String offer = INVENTORY + "/offer";
    String one = offer + "/{offerId}";
    String bulk = INVENTORY + "/bulk_publish_offer";
    return List.of(
        Route.of("POST", offer, "createOffer", offers::create),
        Route.of("GET", offer, "getOffers", offers::list),
        Route.of("GET", one, "getOffer", offers::get),
        Route.of("PUT", one, "updateOffer", offers::update),
        Route.of("DELETE", one, "deleteOffer", offers::delete),
        Route.of("POST", one + "/publish", "publishOffer", listings::publish),
        Route.of("POST", one + "/withdraw", "withdrawOffer", listings::withdraw),
        Route.of("POST", bulk, "bulkPublishOffer", listings::bulkPublish));
  }

  static List<Route> locations(LocationCalls locations) {
    String location = INVENTORY + "/location";
    String one = location + "/{merchantLocationKey}";
    return List.of(
        Route.of("GET", location, "getInventoryLocations", locations::list),
        Route.of("POST", one, "createInventoryLocation", locations::create),
        Route.of("GET", one, "getInventoryLocation", locations::get),
        Route.of("POST", one + "/enable", "enableInventoryLocation", locations::enable),
        Route.of("POST", one + "/disable", "disableInventoryLocation", locations::disable));
  }

  static List<Route> orders(OrderCalls orders, ShipmentCalls shipments) {
    return List.of(
        Route.of("GET", ORDER, "getOrders", orders::list),
        Route.of("GET", ORDER + "/{orderId}", "getOrder", orders::get),
        Route.of("POST", SHIPMENT, "createShippingFulfillment", shipments::create),
        Route.of("GET", SHIPMENT, "getShippingFulfillments", shipments::list),
        Route.of("GET", SHIPMENT + "/{fulfillmentId}", "getShippingFulfillment", shipments::get));
  }
}
