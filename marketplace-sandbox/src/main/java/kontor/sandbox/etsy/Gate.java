package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import kontor.sandbox.state.Store;

/**
 * What every call passes: the fault that waits for it, the key, the limits, the token, the shape.
 */
final class Gate implements Handler {

  /** When a call that is never answered loses its connection. */
  private static final Duration GIVEN_UP = Duration.ofMinutes(2);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Router router;
  private final Tokens tokens;
  private final String key;
  private final Limits limits;
  private final Books books;
  private final Faults faults;
  private final Store store;

  Gate(
      List<Operation> operations,
      Tokens tokens,
      ConsentPage consentPage,
      EtsySettings settings,
      Limits limits,
      Books books,
      Faults faults,
      Store store) {
    operations.forEach(operation -> this.operations.put(operation.name(), operation));
    List<Route> routes = new ArrayList<>(operations.stream().map(Operation::route).toList());
    routes.add(Route.of("POST", "/v3/public/oauth/token", "token", tokens::issue));
    routes.add(Route.of("GET", "/oauth/connect", "connect", consentPage::connect));
    this.router = new Router(routes);
    this.tokens = tokens;
    this.key = settings.keystring() + ":" + settings.sharedSecret();
    this.limits = limits;
    this.books = books;
    this.faults = faults;
    this.store = store;
  }

  List<String> operations() {
    return router.operations();
  }

  @Override
  public Response handle(Request request) {
    Optional<Match> found = router.find(request);
    if (found.isEmpty()) {
      boolean method = router.statusOfMiss(request) == 405;
      return (method ? Problem.NO_METHOD : Problem.NOT_FOUND).say("Resource not found").response();
    }
    String operation = found.get().route().operation();
    String shop = store.change(() -> shop(operation, request));
    Response response =
        faults
            .strike(operation, shop)
            .map(fault -> faulty(fault, found.get()))
            .orElseGet(() -> call(found.get()));
    boolean lost = response.delivery().cut();
    books.call(shop, operation, lost ? "lost" : Integer.toString(response.status()));
    return response;
  }

  /** Whose call it is: by the token, or by the refresh token in the body; empty if nobody's. */
  private String shop(String operation, Request request) {
    boolean token = operation.equals("token");
    Optional<Shop> shop = token ? tokens.refreshing(request) : tokens.shop(request);
    return shop.map(one -> Long.toString(one.shopId())).orElse("");
  }

  private Response call(Match match) {
    Operation operation = operations.get(match.route().operation());
    if (operation == null) {
      return store.change(() -> match.route().handler().handle(match.request()));
    }
    if (!match.request().header("x-api-key").orElse("").equals(key)) {
      return Problem.FORBIDDEN.say("x-api-key: not keystring:shared_secret").response();
    }
    Limits.Left left = limits.take();
    if (left.refused()) {
      books.breach();
      return left.mark(Problem.TOO_MANY.say(left.words()).response());
    }
    try {
      return left.mark(store.change(() -> admitted(operation, match.request())));
    } catch (Refusal refusal) {
      return left.mark(refusal.response());
    }
  }

  private Response admitted(Operation operation, Request request) {
    Shop shop =
        tokens
            .shop(request)
            .orElseThrow(() -> Problem.UNAUTHORISED.say("invalid_token: unknown or expired"));
    Call call = Shape.of(operation.name()).read(shop, request);
    if (request.variables().containsKey("shop_id") && call.id("shop_id") != shop.shopId()) {
      throw Problem.FORBIDDEN.say("shop_id: the token is of another shop");
    }
    return operation.work().answer(call);
  }

  private Response faulty(Fault fault, Match match) {
    return switch (fault.kind()) {
      case TIMEOUT -> unanswered(fault, match).by(late(fault));
      case RESET -> unanswered(fault, match).by(new Delivery(Duration.ZERO, true));
      case THROTTLE -> throttled(fault);
      case ERROR, UNAVAILABLE -> {
        unanswered(fault, match);
        boolean error = fault.kind() == Fault.Kind.ERROR;
        yield (error ? Problem.FAILURE : Problem.UNAVAILABLE).say("Server error").response();
      }
      case REPEAT_ORDER -> twice(call(match));
      case REPEAT_PAGE -> call(new Match(match.route(), pageBefore(match.request())));
      case REPEAT_TOKEN, FATAL -> call(match); // not of this marketplace
    };
  }

  private Response unanswered(Fault fault, Match match) {
    return fault.stored() ? call(match) : Response.empty(504);
  }

  private static Delivery late(Fault fault) {
    Duration delay = fault.delay();
    return delay == null ? new Delivery(GIVEN_UP, true) : new Delivery(delay, false);
  }

  /** From an hour on it is the day that is used up. */
  private static Response throttled(Fault fault) {
    Duration after = fault.retryAfter() == null ? RETRY_AFTER : fault.retryAfter();
    boolean day = after.compareTo(Duration.ofHours(1)) >= 0;
    String words = "Exceeded per " + (day ? "day" : "second") + " rate limit";
    Response answer = Problem.TOO_MANY.say(words).response();
    Response marked = day ? answer.with("x-remaining-today", "0") : answer;
    return marked.with("retry-after", Long.toString(after.toSeconds()));
  }

  private static Response twice(Response response) {
    if (response.body() == null || !(response.body().get("results") instanceof ArrayNode all)) {
      return response;
    }
    ObjectNode body = response.body().deepCopy();
    if (!all.isEmpty()) {
      body.withArray("/results").add(all.get(0));
    }
    return response.withBody(body);
  }

  private static Request pageBefore(Request request) {
    try {
      int limit = Integer.parseInt(request.parameter("limit").orElse("25"));
      int offset = Integer.parseInt(request.parameter("offset").orElse("0"));
      return request.withParameter("offset", Integer.toString(Math.max(0, offset - limit)));
    } catch (NumberFormatException e) {
      return request; // refused by the call itself
    }
  }
}
