package kontor.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import kontor.sandbox.amazon.Amazon;
import kontor.sandbox.amazon.listing.Issues;
import kontor.sandbox.amazon.listing.PlannedIssues;
import kontor.sandbox.amazon.notice.Notices;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;

/** What goes on at Amazon itself: stock in its warehouses, issues, the secret, the queue. */
final class AmazonStage {

  private final Input warehouse = Input.of("amazonStock");
  private final Input issues = Input.of("amazonIssue");
  private final Input secret = Input.of("amazonSecret");
  private final Input mishaps = Input.of("amazonMishaps");
  private final Amazon amazon;

  AmazonStage(Amazon amazon) {
    this.amazon = amazon;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "/amazon/stock", "amazonStock", this::stock),
        Route.of("POST", "/amazon/issues", "amazonIssue", this::plan),
        Route.of("POST", "/amazon/secret", "amazonSecret", this::rotate),
        Route.of("GET", "/amazon/queue", "amazonQueue", this::drain),
        Route.of("POST", "/amazon/queue", "amazonMishaps", this::mishaps));
  }

  private Response stock(Request request) {
    ObjectNode body = warehouse.read(request);
    String seller = seller(body);
    amazon.direct(
        stage -> {
          stage.listings().store(seller, body.get("sku").asText(), body.get("quantity").asInt());
          return stage;
        });
    return Response.json(200, body);
  }

  private Response plan(Request request) {
    ObjectNode body = issues.read(request);
    ObjectNode issue =
        Issues.of(
            body.path("code").asText("99022"),
            body.path("severity").asText("ERROR"),
            body.path("category").asText("INVALID_PRICE"),
            body.path("message").asText("The price is not plausible."));
    if (body.has("suppressed")) {
      ObjectNode enforcements = issue.putObject("enforcements");
      enforcements.putArray("actions").addObject().put("action", body.get("suppressed").asText());
      enforcements.putObject("exemption").put("status", "NOT_EXEMPT");
    }
    PlannedIssues.Planned planned =
        new PlannedIssues.Planned(
            seller(body),
            body.get("sku").asText(),
            body.path("when").asText("LATE").equals("LATE"),
            body.path("times").asInt(1),
            issue);
    amazon.direct(
        stage -> {
          stage.plannedIssues().add(planned);
          return stage;
        });
    return Response.json(201, planned);
  }

  private Response rotate(Request request) {
    String value = secret.read(request).get("secret").asText();
    amazon.direct(
        stage -> {
          stage.tokens().rotate(value);
          return stage;
        });
    return Response.empty(204);
  }

  private Response drain(Request request) {
    String seller =
        AmazonControl.seller(amazon, request.parameter("sellerId").orElse("")).sellerId();
    return Response.json(
        200, Map.of("items", amazon.direct(stage -> stage.notices().drain(seller))));
  }

  private Response mishaps(Request request) {
    ObjectNode body = mishaps.read(request);
    Notices.Mishaps wanted =
        new Notices.Mishaps(body.path("lost").asInt(5), body.path("repeated").asInt(10));
    amazon.direct(
        stage -> {
          stage.notices().use(wanted);
          return stage;
        });
    return Response.json(200, wanted);
  }

  private String seller(ObjectNode body) {
    return AmazonControl.seller(amazon, body.path("sellerId").asText()).sellerId();
  }
}
