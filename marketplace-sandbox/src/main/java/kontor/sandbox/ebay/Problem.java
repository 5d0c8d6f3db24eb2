package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kontor.sandbox.document.Json;

/**
 * The failures that eBay tells, each with its number; clients decide by the number. Those of the
 * Post-Order and Finances APIs are the sandbox's own numbers: what eBay uses is not published.
 */
enum Problem {
  INVALID_TOKEN(401, 1001, "OAuth", "REQUEST", "Invalid access token"),
  NO_PERMISSION(403, 1100, "ACCESS", "REQUEST", "Access denied"),
  TOO_MANY(429, 2001, "ACCESS", "REQUEST", "Too many requests"),
  NO_SUCH_RESOURCE(404, 2002, "ACCESS", "REQUEST", "Resource not found"),
  NO_SUCH_METHOD(405, 2002, "ACCESS", "REQUEST", "Method not allowed for this resource"),
  BAD_REQUEST(400, 2004, "ACCESS", "REQUEST", "Invalid request"),
  MEDIA_TYPE(415, 2004, "ACCESS", "REQUEST", "Content-Type must be application/json"),
  LENGTH_REQUIRED(411, 2004, "ACCESS", "REQUEST", "A request body is required"),
  SYSTEM(500, 25001, "API_INVENTORY", "APPLICATION", "System error"),
  BUSINESS(400, 25002, "API_INVENTORY", "BUSINESS", "The listing is not in order"),
  PRICE(400, 25003, "API_INVENTORY", "REQUEST", "Invalid price"),
  QUANTITY(400, 25004, "API_INVENTORY", "REQUEST", "Invalid quantity"),
  CATEGORY(400, 25005, "API_INVENTORY", "REQUEST", "Invalid category"),
  FULFILLMENT_POLICY(400, 25007, "API_INVENTORY", "REQUEST", "Invalid fulfillment policy"),
  PAYMENT_POLICY(400, 25008, "API_INVENTORY", "REQUEST", "Invalid payment policy"),
  RETURN_POLICY(400, 25009, "API_INVENTORY", "REQUEST", "Invalid return policy"),
  LOCATION(400, 25012, "API_INVENTORY", "REQUEST", "Invalid inventory location"),
  ALREADY_PUBLISHED(200, 25402, "API_INVENTORY", "BUSINESS", "The offer is already published"),
  LANGUAGE(400, 25604, "API_INVENTORY", "REQUEST", "Content-Language is missing or not supported"),
  NO_SUCH_SKU(404, 25702, "API_INVENTORY", "REQUEST", "The SKU was not found"),
  INVALID_VALUE(400, 25709, "API_INVENTORY", "REQUEST", "Invalid value"),
  NOT_FOUND(404, 25710, "API_INVENTORY", "REQUEST", "The resource was not found"),
  NO_SUCH_OFFER(404, 25713, "API_INVENTORY", "REQUEST", "The offer is not available"),
  LOCATION_EXISTS(409, 25803, "API_INVENTORY", "REQUEST", "The location key exists already"),
  ORDERS_SYSTEM(500, 30500, "API_FULFILLMENT", "APPLICATION", "System error"),
  FILTER_NAME(400, 30700, "API_FULFILLMENT", "REQUEST", "Invalid filter name"),
  FILTER_VALUE(400, 30800, "API_FULFILLMENT", "REQUEST", "Invalid filter value"),
  DATE_FORMAT(400, 30810, "API_FULFILLMENT", "REQUEST", "Invalid date format"),
  NO_START(400, 30820, "API_FULFILLMENT", "REQUEST", "The start date is missing"),
  TOO_LONG_AGO(400, 30830, "API_FULFILLMENT", "REQUEST", "The time range is too long"),
  START_AFTER_END(400, 30840, "API_FULFILLMENT", "REQUEST", "The start is after the end"),
  FUTURE(400, 30850, "API_FULFILLMENT", "REQUEST", "The dates are in the future"),
  TOO_MANY_IDS(400, 30900, "API_FULFILLMENT", "REQUEST", "Too many order ids"),
  OFFSET(400, 31000, "API_FULFILLMENT", "REQUEST", "Invalid offset"),
  LIMIT(400, 31100, "API_FULFILLMENT", "REQUEST", "Invalid limit"),
  ORDER_ID(400, 32100, "API_FULFILLMENT", "REQUEST", "Invalid order id"),
  NO_SUCH_ORDER(404, 32100, "API_FULFILLMENT", "REQUEST", "Invalid order id"),
  NO_SUCH_FULFILLMENT(404, 32110, "API_FULFILLMENT", "REQUEST", "Invalid fulfillment id"),
  LINE_ITEM(400, 32200, "API_FULFILLMENT", "REQUEST", "Invalid line item id"),
  LINE_ITEM_TWICE(400, 32210, "API_FULFILLMENT", "REQUEST", "Duplicate line item"),
  TRACKING(400, 32300, "API_FULFILLMENT", "REQUEST", "Invalid tracking number or carrier"),
  SHIPPED_DATE(400, 32500, "API_FULFILLMENT", "REQUEST", "Invalid shipped date"),
  INVALID_INPUT(400, 32600, "API_FULFILLMENT", "REQUEST", "Invalid input data"),
  FIELD_GROUP(400, 32800, "API_FULFILLMENT", "REQUEST", "Invalid field group"),
  FINANCE_INPUT(400, 135003, "API_FINANCES", "REQUEST", "The filter or the page cannot be read"),
  NO_SUCH_PAYOUT(404, 135004, "API_FINANCES", "REQUEST", "There is no such payout"),
  SHIPPED_ALREADY(400, 34500, "API_FULFILLMENT", "REQUEST", "This parcel is there already"),
  REFUND_INPUT(400, 34902, "API_FULFILLMENT", "REQUEST", "The refund cannot be read"),
  REFUND_ONE_OF(400, 34905, "API_FULFILLMENT", "REQUEST", "An order's amount or items, not both"),
  REFUND_AMOUNT(400, 34907, "API_FULFILLMENT", "REQUEST", "The amount must be more than zero"),
  REFUND_CURRENCY(400, 34909, "API_FULFILLMENT", "REQUEST", "The currency is not the order's"),
  REFUND_NO_ORDER(404, 34913, "API_FULFILLMENT", "REQUEST", "There is no such order"),
  REFUND_NO_ITEM(400, 34914, "API_FULFILLMENT", "REQUEST", "The order has no such item"),
  REFUND_TOO_MUCH(400, 34915, "API_FULFILLMENT", "REQUEST", "More than what is left of the order"),
  REFUND_CASE(400, 34916, "API_FULFILLMENT", "BUSINESS", "A case is open on this order"),
  REFUND_DONE(400, 34917, "API_FULFILLMENT", "BUSINESS", "The order is refunded already"),
  REFUND_TOO_LATE(400, 34920, "API_FULFILLMENT", "BUSINESS", "It is too late for a refund"),
  REFUND_PENDING(400, 34922, "API_FULFILLMENT", "REQUEST", "Another refund is in progress"),
  REFUND_ITEM_TOO_MUCH(409, 34924, "API_FULFILLMENT", "BUSINESS", "More than the item's rest"),
  REFUND_UNPAID(409, 34929, "API_FULFILLMENT", "REQUEST", "The buyer's payment is not there yet"),
  NO_SIGNATURE(400, 215001, "ACCESS", "REQUEST", "A header of the HTTP signature is missing"),
  BAD_SIGNATURE(401, 215120, "ACCESS", "REQUEST", "The HTTP signature does not fit"),
  BAD_SIGNATURE_INPUT(400, 215122, "ACCESS", "REQUEST", "The HTTP signature cannot be checked"),
  KEY_INPUT(400, 210101, "API_DEVELOPER", "REQUEST", "The key's cipher is not known"),
  NO_SUCH_PUBLIC_KEY(404, 195018, "API_NOTIFICATION", "REQUEST", "There is no such public key"),
  TAXONOMY_SYSTEM(500, 62000, "API_TAXONOMY", "APPLICATION", "System error"),
  NO_MARKETPLACE(400, 62002, "API_TAXONOMY", "REQUEST", "The marketplace id is missing"),
  NO_SUCH_MARKETPLACE(400, 62003, "API_TAXONOMY", "REQUEST", "There is no such marketplace"),
  NO_SUCH_TREE(400, 62004, "API_TAXONOMY", "REQUEST", "There is no such category tree"),
  NOT_IN_TREE(400, 62005, "API_TAXONOMY", "REQUEST", "The category is not of this tree"),
  NO_CATEGORY_ID(400, 62006, "API_TAXONOMY", "REQUEST", "The category id is missing"),
  NO_LEAF(400, 62009, "API_TAXONOMY", "REQUEST", "The category must be a leaf"),
  CANCEL_INPUT(400, 1500, "POST_ORDER", "REQUEST", "The cancellation cannot be read"),
  NOT_ELIGIBLE(400, 1501, "POST_ORDER", "BUSINESS", "The order cannot be cancelled"),
  NO_SUCH_CANCELLATION(404, 1502, "POST_ORDER", "REQUEST", "There is no such cancellation"),
  NOT_OPEN(400, 1503, "POST_ORDER", "BUSINESS", "The cancellation is not open"),
  NO_SUCH_RETURN(404, 1504, "POST_ORDER", "REQUEST", "There is no such return"),
  SEARCH_INPUT(400, 1505, "POST_ORDER", "REQUEST", "The search cannot be read");

  final int status;
  private final int id;
  private final String domain;
  private final String category;
  private final String message;

  Problem(int status, int id, String domain, String category, String message) {
    this.status = status;
    this.id = id;
    this.domain = domain;
    this.category = category;
    this.message = message;
  }

  /** The failure as eBay's error object; {@code parameters} are names and values in turn. */
  ObjectNode describe(String detail, String... parameters) {
    ObjectNode error = Json.object();
    error.put("errorId", id).put("domain", domain);
    if (domain.startsWith("API_")) {
      error.put("subdomain", "Selling");
    }
    error.put("category", category).put("message", message);
    error.put("longMessage", detail.isEmpty() ? message + "." : message + ": " + detail);
    if (parameters.length > 0) {
      var list = error.putArray("parameters");
      for (int i = 0; i + 1 < parameters.length; i += 2) {
        list.addObject().put("name", parameters[i]).put("value", parameters[i + 1]);
      }
    }
    return error;
  }

  /** The failure, to be thrown. */
  Refusal refuse(String detail, String... parameters) {
    return new Refusal(status, describe(detail, parameters));
  }
}
