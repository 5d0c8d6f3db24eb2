package kontor.sandbox.amazon.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kontor.sandbox.amazon.seller.Sellers;
import kontor.sandbox.amazon.seller.Tokens;
import kontor.sandbox.faults.Fault;
import kontor.sandbox.faults.Faults;
import kontor.sandbox.http.Handler;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;
import kontor.sandbox.http.Router;
import kontor.sandbox.state.Agenda;
import kontor.sandbox.state.Store;

/** The door of the Selling Partner API: faults first, then admission, then the operation. */
public final class Gate implements Handler {

  /** When a call that is never answered loses its connection. */
  private static final Duration GIVEN_UP = Duration.ofMinutes(2);

  private static final String TOKEN = "token";

  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Router router;
  private final Tokens tokens;
  private final Admission admission;
  private final Buckets buckets;
  private final Books books;
  private final Faults faults;
  private final Store store;
  private final Agenda agenda;

  /** A door to these operations; the token's endpoint is added. */
  public Gate(
      List<Operation> operations,
      Tokens tokens,
      Sellers sellers,
      Surroundings around,
      Books books) {
    operations.forEach(operation -> this.operations.put(operation.name(), operation));
    List<Route> routes = new ArrayList<>(operations.stream().map(Operation::route).toList());
    routes.add(Route.of("POST", "/auth/o2/token", TOKEN, tokens::issue));
    this.router = new Router(routes);
    this.tokens = tokens;
    this.buckets = new Buckets(around.clock(), around.scale());
    this.admission = new Admission(tokens, sellers, buckets, books, around.model());
    this.books = books;
    this.faults = around.faults();
    this.store = around.store();
    this.agenda = around.agenda();
  }

  /** The names of all operations, for faults. */
  public List<String> operations() {
    return router.operations();
  }

  /** Forgets calls and fills the buckets. */
  public void reset() {
    books.clear();
    buckets.clear();
  }

  @Override
  public Response handle(Request request) {
    Optional<Router.Match> found = router.find(request);
    if (found.isEmpty()) {
      boolean method = router.statusOfMiss(request) == 405;
      String path = String.join("/", request.path());
      return (method ? Problem.NO_METHOD : Problem.NOT_FOUND).refuse(path).response();
    }
    String operation = found.get().route().operation();
    String seller = store.change(() -> tokens.of(request).map(Tokens.Token::sellerId).orElse(""));
    Response response =
        faults
            .strike(operation, seller)
            .map(fault -> faulty(fault, found.get()))
            .orElseGet(() -> call(found.get(), Optional.empty()));
    boolean lost = response.delivery().cut();
    books.call(seller, operation, lost ? "lost" : Integer.toString(response.status()));
    return response.with("x-amzn-RequestId", UUID.randomUUID().toString());
  }

  private Response call(Router.Match match, Optional<Fault> fault) {
    try {
      return store.change(() -> admitted(match, fault));
    } catch (Refusal refusal) {
      return refusal.response();
    }
  }

  private Response admitted(Router.Match match, Optional<Fault> fault) {
    agenda.catchUp();
    Operation operation = operations.get(match.route().operation());
    if (operation == null) {
      return tokens.issue(match.request());
    }
    Call call = admission.admit(operation, match.request());
    Response answer = operation.work().answer(fault.map(f -> Bent.bend(call, f)).orElse(call));
    return answer.status() == 200
        ? answer.with("x-amzn-RateLimit-Limit", buckets.announced(operation.name()))
        : answer;
  }

  private Response faulty(Fault fault, Router.Match match) {
    return switch (fault.kind()) {
      case TIMEOUT -> unanswered(fault, match).by(late(fault));
      case RESET -> unanswered(fault, match).by(new Response.Delivery(Duration.ZERO, true));
      case THROTTLE -> throttled(fault);
      case ERROR, UNAVAILABLE -> {
        unanswered(fault, match);
        boolean error = fault.kind() == Fault.Kind.ERROR;
        yield (error ? Problem.FAILURE : Problem.UNAVAILABLE).refuse("").response();
      }
      case REPEAT_PAGE, REPEAT_TOKEN, REPEAT_ORDER, FATAL -> call(match, Optional.of(fault));
    };
  }

  private Response unanswered(Fault fault, Router.Match match) {
    return fault.stored() ? call(match, Optional.empty()) : Response.empty(504);
  }

  private static Response.Delivery late(Fault fault) {
    Duration delay = fault.delay();
    return delay == null
        ? new Response.Delivery(GIVEN_UP, true)
        : new Response.Delivery(delay, false);
  }

  private static Response throttled(Fault fault) {
    Response answer = Problem.QUOTA.refuse("").response();
    Duration after = fault.retryAfter();
    return after == null ? answer : answer.with("Retry-After", Long.toString(after.toSeconds()));
  }
}
