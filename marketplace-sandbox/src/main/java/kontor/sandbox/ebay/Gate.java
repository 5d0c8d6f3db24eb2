package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import kontor.sandbox.faults.Fault;
import kontor.sandbox.faults.Faults;
import kontor.sandbox.http.Handler;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Response.Delivery;
import kontor.sandbox.http.Route;
import kontor.sandbox.http.Router;
import kontor.sandbox.http.Router.Match;
import kontor.sandbox.state.Agenda;
import kontor.sandbox.state.Store;

/** What every call passes: the fault that waits for it, the token, the day's limit, the headers. */
final class Gate implements Handler {

  /** When a call that is never answered loses its connection. */
  private static final Duration GIVEN_UP = Duration.ofMinutes(2);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Desks desks;
  private final Tokens tokens;
  private final Limits limits;
  private final Faults faults;
  private final Calls calls;
  private final Agenda agenda;
  private final Store store;

  /** What is counted, and what goes wrong. */
  record Books(Limits limits, Faults faults, Calls calls) {}

  Gate(Desks desks, Tokens tokens, Books books, Agenda agenda, Store store) {
    this.desks = desks;
    this.tokens = tokens;
    this.limits = books.limits();
    this.faults = books.faults();
    this.calls = books.calls();
    this.agenda = agenda;
    this.store = store;
  }

  /** Who calls, and the calls that can be made; without a good token they are refused later. */
  private record Caller(String seller, Router router) {}

  private Caller caller(Request request) {
    String seller = tokens.seller(request);
    return new Caller(seller, desks.find(seller).orElseGet(desks::first).router());
  }

  @Override
  public Response handle(Request request) {
    Caller caller = store.change(() -> caller(request));
    Router router = caller.router();
    Optional<Match> found = router.find(request);
    if (found.isEmpty()) {
      boolean method = router.statusOfMiss(request) == 405;
      return (method ? Problem.NO_SUCH_METHOD : Problem.NO_SUCH_RESOURCE).refuse("").response();
    }
    Route route = found.get().route();
    Optional<Fault> fault = faults.strike(route.operation(), caller.seller());
    Response response = fault.map(f -> faulty(f, found.get())).orElseGet(() -> call(found.get()));
    boolean lost = response.delivery().cut();
    calls.count(
        caller.seller(), route.operation(), lost ? "lost" : Integer.toString(response.status()));
    return response;
  }

  private Response call(Match match) {
    try {
      return store.change(() -> admitted(match));
    } catch (Refusal refusal) {
      return refusal.response();
    }
  }

  private Response admitted(Match match) {
    Request request = match.request();
    agenda.catchUp();
    if (!match.route().operation().equals("token")) {
      tokens.check(request, scopes(match));
      if (request.path().get(0).equals("sell")) {
        limits.take(ofOrders(match) ? Limits.Group.FULFILLMENT : Limits.Group.INVENTORY);
      }
      if (ofTaxonomy(match)) {
        limits.take(Limits.Group.TAXONOMY);
      }
      checkAcceptLanguage(request);
    }
    return match.route().handler().handle(request);
  }

  private static boolean ofOrders(Match match) {
    List<String> path = match.request().path();
    return List.of("fulfillment", "finances").contains(path.get(1))
        || path.get(0).equals("post-order");
  }

  private static boolean ofTaxonomy(Match match) {
    return match.request().path().get(1).equals("taxonomy");
  }

  private static List<String> scopes(Match match) {
    String api = match.request().path().get(0);
    if (api.equals("commerce") || api.equals("developer")) {
      return List.of(Tokens.SCOPE);
    }
    if (!ofOrders(match)) {
      return List.of(Tokens.INVENTORY);
    }
    boolean finances = match.request().path().get(1).equals("finances");
    if (finances || match.route().operation().equals("issueRefund")) {
      return List.of(Tokens.FINANCES);
    }
    boolean reads = match.request().method().equals("GET");
    String readOnly = Tokens.FULFILLMENT + ".readonly";
    return reads ? List.of(Tokens.FULFILLMENT, readOnly) : List.of(Tokens.FULFILLMENT);
  }

  private static void checkAcceptLanguage(Request request) {
    String header = request.header("Accept-Language").orElse("en-US");
    try {
      if (!LanguageRange.parse(header).get(0).getRange().equals("*")) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // refused below
    }
    throw Problem.INVALID_VALUE.refuse("header Accept-Language", "Accept-Language", header);
  }

  private Response faulty(Fault fault, Match match) {
    return switch (fault.kind()) {
      case TIMEOUT -> unanswered(fault, match).by(late(fault));
      case RESET -> unanswered(fault, match).by(new Delivery(Duration.ZERO, true));
      case THROTTLE -> throttled(fault);
      case ERROR, UNAVAILABLE -> {
        unanswered(fault, match);
        yield system(match).refuse("").response();
      }
      case REPEAT_ORDER -> twice(call(match));
      case REPEAT_TOKEN, FATAL -> call(match); // not of this marketplace
      case REPEAT_PAGE -> call(new Match(match.route(), pageBefore(match.request())));
    };
  }

  private static Problem system(Match match) {
    if (ofTaxonomy(match)) {
      return Problem.TAXONOMY_SYSTEM;
    }
    return ofOrders(match) ? Problem.ORDERS_SYSTEM : Problem.SYSTEM;
  }

  private Response unanswered(Fault fault, Match match) {
    return fault.stored() ? call(match) : Response.empty(504);
  }

  private static Delivery late(Fault fault) {
    Duration delay = fault.delay();
    return delay == null ? new Delivery(GIVEN_UP, true) : new Delivery(delay, false);
  }

  private static Response throttled(Fault fault) {
    Duration after = fault.retryAfter() == null ? RETRY_AFTER : fault.retryAfter();
    Response answer = Problem.TOO_MANY.refuse("slow down").response();
    return answer.with("Retry-After", Long.toString(after.toSeconds()));
  }

  private static Response twice(Response response) {
    if (response.body() == null || !(response.body().get("orders") instanceof ArrayNode orders)) {
      return response;
    }
    ObjectNode body = response.body().deepCopy();
    if (!orders.isEmpty()) {
      body.withArray("/orders").add(orders.get(0));
    }
    return response.withBody(body);
  }

  private static Request pageBefore(Request request) {
    try {
      int limit = Integer.parseInt(request.parameter("limit").orElse("50"));
      int offset = Integer.parseInt(request.parameter("offset").orElse("0"));
      return request.withParameter("offset", Integer.toString(Math.max(0, offset - limit)));
    } catch (NumberFormatException e) {
      return request; // refused by the call itself
    }
  }
}
