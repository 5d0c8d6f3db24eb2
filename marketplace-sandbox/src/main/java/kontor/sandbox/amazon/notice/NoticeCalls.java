package kontor.sandbox.amazon.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Operation;
import kontor.sandbox.amazon.gate.Problem;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;
import kontor.sandbox.state.Table;

/**
 * Destinations and subscriptions (model {@code notifications}). Destinations, and subscriptions by
 * their id, belong to the application: they need its own token.
 */
public final class NoticeCalls {

  private static final String BASE = "/notifications/v1";
  private static final Set<String> TYPES =
      Set.of(
          "ORDER_CHANGE",
          "ANY_OFFER_CHANGED",
          "LISTINGS_ITEM_ISSUES_CHANGE",
          "LISTINGS_ITEM_STATUS_CHANGE",
          "LISTINGS_ITEM_MFN_QUANTITY_CHANGE",
          "FEED_PROCESSING_FINISHED",
          "REPORT_PROCESSING_FINISHED",
          "PRICING_HEALTH");

  private final Table<Destination> destinations;
  private final Subscriptions subscriptions;

  public NoticeCalls(Subscriptions subscriptions) {
    this.destinations = subscriptions.destinations();
    this.subscriptions = subscriptions;
  }

  /** The operations. */
  public List<Operation> operations() {
    String type = BASE + "/subscriptions/{notificationType}";
    String one = type + "/{subscriptionId}";
    String destination = BASE + "/destinations/{destinationId}";
    return List.of(
        Operation.of("getSubscriptions", "GET", BASE + "/subscriptions", this::list),
        Operation.of("getSubscription", "GET", type, this::get),
        Operation.of("createSubscription", "POST", type, this::subscribe),
        application("getSubscriptionById", "GET", one, this::byId),
        application("deleteSubscriptionById", "DELETE", one, this::unsubscribe),
        application("getDestinations", "GET", BASE + "/destinations", call -> destinations()),
        application("createDestination", "POST", BASE + "/destinations", this::create),
        application("getDestination", "GET", destination, this::destination),
        application("deleteDestination", "DELETE", destination, this::remove));
  }

  private static Operation application(
      String name, String method, String path, Operation.Work work) {
    return new Operation(name, method, path, Operation.Access.APPLICATION, work);
  }

  private static Response payload(JsonNode payload) {
    ObjectNode body = Json.object();
    body.set("payload", payload);
    return Response.json(200, body);
  }

  private static String type(Call call) {
    String type = call.variable("notificationType");
    if (!TYPES.contains(type)) {
      throw Problem.INVALID_INPUT.refuse("notificationType: not played here: " + type);
    }
    return type;
  }

  private Response list(Call call) {
    ArrayNode list = Json.object().arrayNode();
    for (String type : call.list("notificationTypes")) {
      subscriptions.find(call.sellerId(), type).ifPresent(one -> list.add(one.document()));
    }
    ObjectNode found = Json.object();
    found.set("subscriptions", list);
    return payload(found);
  }

  private Response get(Call call) {
    return payload(
        subscriptions
            .find(call.sellerId(), type(call))
            .orElseThrow(() -> Problem.NOT_FOUND.refuse("no subscription"))
            .document());
  }

  private Response subscribe(Call call) {
    String type = type(call);
    if (subscriptions.find(call.sellerId(), type).isPresent()) {
      throw Problem.CONFLICT.refuse("there is a subscription to " + type);
    }
    String destination = call.body().get("destinationId").asText();
    if (destinations.get(destination).isEmpty()) {
      throw Problem.INVALID_INPUT.refuse("destinationId: no destination " + destination);
    }
    Subscription one =
        new Subscription(
            call.sellerId(),
            type,
            UUID.randomUUID().toString(),
            call.body().get("payloadVersion").asText(),
            destination,
            call.body().get("processingDirective") instanceof ObjectNode given ? given : null);
    subscriptions.put(one);
    return payload(one.document());
  }

  private Subscription find(Call call) {
    return subscriptions
        .byId(call.variable("subscriptionId"))
        .filter(one -> one.type().equals(call.variable("notificationType")))
        .orElseThrow(() -> Problem.NOT_FOUND.refuse("no subscription of this id and type"));
  }

  private Response byId(Call call) {
    return payload(find(call).document());
  }

  private Response unsubscribe(Call call) {
    subscriptions.remove(find(call));
    return Response.json(200, Json.object());
  }

  private Response destinations() {
    ArrayNode list = Json.object().arrayNode();
    destinations.all().forEach(one -> list.add(Json.tree(one)));
    return payload(list);
  }

  private Response create(Call call) {
    ObjectNode resource = (ObjectNode) call.body().get("resourceSpecification").deepCopy();
    if (resource.get("eventBridge") instanceof ObjectNode bus) {
      bus.put("name", "aws.partner/sellingpartnerapi.amazon.com/kontor-local");
    }
    String id = UUID.randomUUID().toString();
    Destination one = new Destination(id, call.body().get("name").asText(), resource);
    destinations.put(id, one);
    return payload(Json.tree(one));
  }

  private Destination findDestination(Call call) {
    return destinations
        .get(call.variable("destinationId"))
        .orElseThrow(() -> Problem.NOT_FOUND.refuse("no destination of this id"));
  }

  private Response destination(Call call) {
    return payload(Json.tree(findDestination(call)));
  }

  private Response remove(Call call) {
    Destination one = findDestination(call);
    if (subscriptions.uses(one.destinationId())) {
      throw Problem.CONFLICT.refuse("a subscription uses it");
    }
    destinations.remove(one.destinationId());
    return Response.json(200, Json.object());
  }
}
