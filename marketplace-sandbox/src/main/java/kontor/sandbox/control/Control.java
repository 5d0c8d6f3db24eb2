package kontor.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kontor.sandbox.amazon.Amazon;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.Ebay;
import kontor.sandbox.etsy.Etsy;
import kontor.sandbox.faults.Fault;
import kontor.sandbox.http.Handler;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;
import kontor.sandbox.http.Router;
import kontor.sandbox.http.Router.Match;
import kontor.sandbox.partner.Partner;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.TimeScale;
import kontor.sandbox.state.VirtualClock;

/** The control API. It asks for no token: whoever reaches the sandbox may direct it. */
public final class Control implements Handler {

  private final Ebay ebay;
  private final Amazon amazon;
  private final Etsy etsy;
  private final TimeScale scale;
  private final Store store;
  private final VirtualClock clock;
  private final Router router;
  private final Input advance = Input.of("clock");
  private final Input hurry = Input.of("timeScale");

  public Control(
      Ebay ebay,
      Amazon amazon,
      Etsy etsy,
      Partner partner,
      VirtualClock clock,
      TimeScale scale,
      Store store) {
    this.ebay = ebay;
    this.amazon = amazon;
    this.etsy = etsy;
    this.scale = scale;
    this.clock = clock;
    this.store = store;
    this.router =
        new Router(
            Stream.of(
                    new BuyerControl(ebay).routes(),
                    new EbayStage(ebay).routes(),
                    ebayFaults().routes(),
                    new LimitControl(ebay).routes(),
                    new AmazonControl(amazon).routes(),
                    new AmazonStage(amazon).routes(),
                    new AmazonMarket(amazon).routes(),
                    amazonFaults().routes(),
                    new EtsyControl(etsy).routes(),
                    new EtsyStage(etsy).routes(),
                    new EtsyMoney(etsy).routes(),
                    etsyFaults().routes(),
                    new PartnerControl(partner).routes(),
                    List.of(
                        Route.of("GET", "/clock", "clock", r -> time()),
                        Route.of("POST", "/clock", "advance", this::advance),
                        Route.of("GET", "/time-scale", "timeScale", r -> factor()),
                        Route.of("POST", "/time-scale", "setTimeScale", this::hurry),
                        Route.of("POST", "/reset", "reset", r -> reset())))
                .flatMap(List::stream)
                .toList());
  }

  private FaultControl ebayFaults() {
    Set<Fault.Kind> notHere = Set.of(Fault.Kind.REPEAT_TOKEN, Fault.Kind.FATAL);
    return new FaultControl("/ebay", ebay.faults(), ebay.operations(), notHere, clock);
  }

  private FaultControl amazonFaults() {
    return new FaultControl("/amazon", amazon.faults(), amazon.operations(), Set.of(), clock);
  }

  private FaultControl etsyFaults() {
    Set<Fault.Kind> notHere = Set.of(Fault.Kind.REPEAT_TOKEN, Fault.Kind.FATAL);
    return new FaultControl("/etsy", etsy.faults(), etsy.operationNames(), notHere, clock);
  }

  @Override
  public Response handle(Request request) {
    Optional<Match> match = router.find(request);
    if (match.isEmpty()) {
      int status = router.statusOfMiss(request);
      return new Refused(status, "", "no such resource or method").response();
    }
    try {
      return match.get().route().handler().handle(match.get().request());
    } catch (Refused refused) {
      return refused.response();
    }
  }

  private Response time() {
    return Response.json(200, Map.of("now", clock.instant()));
  }

  private Response advance(Request request) {
    clock.advance(duration(advance.read(request), "advance").orElse(Duration.ZERO));
    return time();
  }

  private Response factor() {
    return Response.json(200, Map.of("factor", scale.factor()));
  }

  private Response hurry(Request request) {
    scale.use(hurry.read(request).get("factor").asInt());
    return factor();
  }

  private Response reset() {
    store.reset();
    ebay.reset();
    amazon.reset();
    etsy.reset();
    scale.reset();
    return Response.json(200, Json.object());
  }

  /** A duration of the body, as ISO 8601 writes it. */
  static Optional<Duration> duration(JsonNode body, String field) {
    if (!body.has(field)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Duration.parse(body.get(field).asText()));
    } catch (DateTimeParseException e) {
      throw new Refused(400, field, "not an ISO 8601 duration such as PT30S");
    }
  }
}
