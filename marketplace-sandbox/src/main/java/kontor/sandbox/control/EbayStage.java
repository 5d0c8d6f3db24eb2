package kontor.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.Ebay;
import kontor.sandbox.ebay.Notice;
import kontor.sandbox.ebay.ReturnCase;
import kontor.sandbox.ebay.Seller;
import kontor.sandbox.ebay.SoldOrder;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;

/** What goes on at eBay itself: sellers, cases, returns, refunds that fail, notifications. */
final class EbayStage {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Input seller = Input.of("ebaySeller");
  private final Input openCase = Input.of("ebayCase");
  private final Input sendBack = Input.of("ebayReturn");
  private final Input payout = Input.of("ebayPayout");
  private final Input failures = Input.of("ebayRefundFailures");
  private final Input notification = Input.of("ebayNotification");
  private final Ebay ebay;
  private final HttpClient http = HttpClient.newHttpClient();

  EbayStage(Ebay ebay) {
    this.ebay = ebay;
  }

  List<Route> routes() {
    String order = "/ebay/orders/{id}";
    return List.of(
        Route.of("GET", "/ebay/sellers", "ebaySellers", r -> sellers()),
        Route.of("POST", "/ebay/sellers", "ebaySeller", this::add),
        Route.of("POST", order + "/case", "ebayCase", this::openCase),
        Route.of("POST", order + "/return", "ebayReturn", this::sendBack),
        Route.of("POST", "/ebay/returns/{id}/close", "closeEbayReturn", this::close),
        Route.of("POST", "/ebay/payouts", "ebayPayout", this::payOut),
        Route.of("POST", "/ebay/refund-failures", "ebayRefundFailures", this::fail),
        Route.of("POST", "/ebay/notifications", "ebayNotification", this::tell),
        Route.of("GET", "/ebay/ledger", "ledger", this::ledger));
  }

  private Response sellers() {
    return Response.json(200, Map.of("items", ebay.direct(stage -> stage.sellers().all())));
  }

  private Response add(Request request) {
    ObjectNode body = seller.read(request);
    Seller added =
        new Seller(
            body.get("username").asText(),
            body.get("refreshToken").asText(),
            body.path("country").asText("DE"));
    ebay.direct(
        stage -> {
          boolean taken =
              stage.sellers().all().stream()
                  .filter(other -> !other.username().equals(added.username()))
                  .anyMatch(other -> other.refreshToken().equals(added.refreshToken()));
          if (taken) {
            throw new Refused(409, "refreshToken", "another seller has it");
          }
          stage.sellers().put(added);
          return added;
        });
    return Response.json(201, added);
  }

  private Response openCase(Request request) {
    boolean open = openCase.read(request).path("open").asBoolean(true);
    return Response.json(
        200, ebay.direct(stage -> stage.openCase(BuyerControl.find(stage, request), open)));
  }

  /** The first line, and one unit, if nothing else is said. */
  private Response sendBack(Request request) {
    ObjectNode body = sendBack.read(request);
    Optional<ReturnCase> opened =
        ebay.direct(
            stage -> {
              SoldOrder order = BuyerControl.find(stage, request);
              return stage.sendBack(
                  order,
                  body.path("lineItemId").asText(order.lines().get(0).lineItemId()),
                  body.path("quantity").asInt(1),
                  body.path("reason").asText("NO_LONGER_NEED_ITEM"));
            });
    return opened
        .map(one -> Response.json(201, one))
        .orElseThrow(() -> new Refused(409, "quantity", "so many of the line were not shipped"));
  }

  private Response close(Request request) {
    String id = request.variable("id");
    return ebay.direct(stage -> stage.closeReturn(id))
        .map(one -> Response.json(200, one))
        .orElseThrow(() -> new Refused(404, "id", "no return " + id));
  }

  private Response payOut(Request request) {
    ObjectNode body = payout.read(request);
    Optional<BigDecimal> charge =
        Optional.ofNullable(body.get("charge")).map(value -> new BigDecimal(value.asText()));
    return ebay.direct(stage -> stage.payOut(body.path("seller").asText(""), charge))
        .map(paid -> Response.json(201, paid))
        .orElseThrow(() -> new Refused(409, "seller", "nothing is due"));
  }

  private Response fail(Request request) {
    ObjectNode body = failures.read(request);
    ebay.direct(
        stage -> {
          stage.failRefunds(body.get("times").asInt());
          return stage;
        });
    return Response.json(200, body);
  }

  /** Answers with the status of the endpoint, or with the message where none is named. */
  private Response tell(Request request) {
    ObjectNode body = notification.read(request);
    ObjectNode data = Json.object();
    if (body.has("username")) {
      data.put("username", body.get("username").asText()).put("userId", "ma8vp1jySJC");
    }
    Notice notice = ebay.notice(body.get("topic").asText(), data);
    boolean tampered = body.path("tampered").asBoolean(false);
    String text = notice.body();
    String sent = tampered ? text.replace("\"deprecated\":false", "\"deprecated\":true") : text;
    return body.has("endpoint")
        ? Response.json(
            200, Map.of("status", send(body.get("endpoint").asText(), sent, notice.signature())))
        : Response.json(200, new Notice(sent, notice.signature()));
  }

  private int send(String endpoint, String body, String signature) {
    HttpRequest call =
        HttpRequest.newBuilder(URI.create(endpoint))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-EBAY-SIGNATURE", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(call, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new Refused(409, "endpoint", "gave no answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(409, "endpoint", "interrupted");
    }
  }

  private Response ledger(Request request) {
    String wanted = request.parameter("seller").orElse("");
    return ebay.ledger(wanted)
        .map(shown -> Response.json(200, shown))
        .orElseThrow(() -> new Refused(404, "seller", "no seller " + wanted));
  }
}
