package kontor.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;
import kontor.sandbox.partner.Partner;

/** What goes on at the partner: people buy, orders end, rows are badly written. */
final class PartnerControl {

  private final Input purchase = Input.of("partnerPurchase");
  private final Input raw = Input.of("partnerRow");
  private final Partner partner;

  PartnerControl(Partner partner) {
    this.partner = partner;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "/partner/purchases", "partnerPurchase", this::buy),
        Route.of("POST", "/partner/orders/{id}/cancel", "partnerCancel", this::cancel),
        Route.of("POST", "/partner/rows", "partnerRow", this::row),
        Route.of(
            "GET", "/partner/ledger", "partnerLedger", r -> Response.json(200, partner.ledger())));
  }

  private Response buy(Request request) {
    ObjectNode body = purchase.read(request);
    int units = body.path("quantity").asInt(1);
    return partner
        .buy(body.get("sku").asText(), units, body.path("country").asText("DE"))
        .map(order -> Response.json(201, order))
        .orElseThrow(() -> new Refused(409, "sku", "not offered, or not so many of it"));
  }

  private Response cancel(Request request) {
    return partner
        .cancel(request.variable("id"))
        .map(order -> Response.json(200, order))
        .orElseThrow(() -> new Refused(409, "id", "shipped, cancelled or unknown"));
  }

  /** Without a row, all that were put there are taken away. */
  private Response row(Request request) {
    ObjectNode body = raw.read(request);
    partner.raw(Optional.ofNullable(body.get("row")).map(node -> node.asText()));
    return Response.empty(204);
  }
}
