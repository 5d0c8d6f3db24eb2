package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import kontor.sandbox.http.Response;

/** The calls on receipts. */
final class ReceiptCalls {

  private final Receipts receipts;
  private final Listings listings;

  ReceiptCalls(Receipts receipts, Listings listings) {
    this.receipts = receipts;
    this.listings = listings;
  }

  List<Operation> operations() {
    String path = "/shops/{shop_id}/receipts";
    return List.of(
        new Operation("getShopReceipts", "GET", path, this::list),
        new Operation("getShopReceipt", "GET", path + "/{receipt_id}", this::get),
        new Operation(
            "createReceiptShipment", "POST", path + "/{receipt_id}/tracking", this::track),
        new Operation(
            "getShopReceiptTransaction",
            "GET",
            "/shops/{shop_id}/transactions/{transaction_id}",
            this::transaction));
  }

  private Response list(Call call) {
    Comparator<Receipt> order = order(call.query().path("sort_on").asText("created"));
    boolean up = call.query().path("sort_order").asText("desc").matches("asc|ascending|up");
    return call.page(
        receipts.of(call.shop()).stream()
            .filter(receipt -> !receipt.gone() && wanted(receipt, call.query()))
            .sorted(up ? order : order.reversed())
            .map(ReceiptDocument::show)
            .toList());
  }

  private static Comparator<Receipt> order(String sortOn) {
    Comparator<Receipt> byId = Comparator.comparingLong(Receipt::receiptId);
    return switch (sortOn) {
      case "updated" -> Comparator.comparing(Receipt::updated).thenComparing(byId);
      case "created" -> Comparator.comparing(Receipt::created).thenComparing(byId);
      default -> byId;
    };
  }

  private static boolean wanted(Receipt receipt, ObjectNode query) {
    return within(receipt.created(), "created", query)
        && within(receipt.updated(), "last_modified", query)
        && is(receipt, Receipt::paid, "was_paid", query)
        && is(receipt, Receipt::shipped, "was_shipped", query)
        && is(receipt, Receipt::canceled, "was_canceled", query);
  }

  private static boolean within(Instant moment, String field, ObjectNode query) {
    long second = moment.getEpochSecond();
    return second >= query.path("min_" + field).asLong(Long.MIN_VALUE)
        && second <= query.path("max_" + field).asLong(Long.MAX_VALUE);
  }

  private static boolean is(
      Receipt receipt, Function<Receipt, Boolean> what, String field, ObjectNode query) {
    return !query.has(field) || query.path(field).asBoolean() == what.apply(receipt);
  }

  private Response get(Call call) {
    return Response.json(200, ReceiptDocument.show(find(call)));
  }

  private Receipt find(Call call) {
    return receipts
        .find(Long.toString(call.id("receipt_id")))
        .filter(one -> one.shopId() == call.shop().shopId() && !one.gone())
        .orElseThrow(() -> Problem.NOT_FOUND.say("Could not find the receipt"));
  }

  /** That of a receipt that is not shown is not shown either. */
  private Response transaction(Call call) {
    long id = call.id("transaction_id");
    for (Receipt receipt : receipts.of(call.shop())) {
      for (Receipt.Line line : receipt.lines()) {
        if (line.transactionId() == id && !receipt.gone()) {
          return Response.json(200, ReceiptDocument.show(receipt, line));
        }
      }
    }
    throw Problem.NOT_FOUND.say("Could not find the transaction");
  }

  /** Each call adds a parcel and mails the buyer, the same one twice as well. */
  private Response track(Call call) {
    Receipt receipt = find(call);
    if (!receipt.paid() || receipt.canceled()) {
      throw Problem.INVALID.say("The receipt is not to be shipped: " + receipt.status());
    }
    ObjectNode body = call.body();
    if (body.has("tracking_code") != body.has("carrier_name")) {
      throw Problem.INVALID.say("tracking_code: it goes together with carrier_name");
    }
    Receipt.Shipment shipment =
        new Receipt.Shipment(
            8_000_000_000L + listings.next("shipment"),
            listings.now(),
            body.has("carrier_name") ? body.get("carrier_name").asText() : null,
            body.has("tracking_code") ? body.get("tracking_code").asText() : null);
    Receipt shipped = receipts.put(receipt.ship(shipment, listings.now()));
    return Response.json(200, ReceiptDocument.show(shipped));
  }
}
