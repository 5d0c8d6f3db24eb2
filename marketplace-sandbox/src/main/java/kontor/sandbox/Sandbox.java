package kontor.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.sandbox.amazon.Amazon;
import kontor.sandbox.amazon.listing.TypeCalls;
import kontor.sandbox.amazon.model.AmazonExamples;
import kontor.sandbox.control.Control;
import kontor.sandbox.ebay.Ebay;
import kontor.sandbox.etsy.Etsy;
import kontor.sandbox.http.Handler;
import kontor.sandbox.http.HttpFront;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.partner.Partner;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.TimeScale;
import kontor.sandbox.state.VirtualClock;

/**
 * The marketplaces in one process: Amazon below {@code /amazon}, eBay below {@code /ebay}, Etsy
 * below {@code /etsy}, a partner below {@code /partner}, the control below {@code /control}. Calls
 * of queues come to {@code /}.
 */
public final class Sandbox implements AutoCloseable {

  private final Store store;
  private final Map<String, Handler> parts = new HashMap<>();
  private final HttpFront front;

  private Sandbox(SandboxSettings settings) {
    this.store = new Store(settings.dataFolder());
    VirtualClock clock = new VirtualClock(Clock.systemUTC(), store);
    TimeScale scale = new TimeScale(settings.timeScale());
    Ebay ebay = new Ebay(settings.ebay(), clock, scale, store);
    Amazon amazon = new Amazon(settings.amazon(), clock, scale, store);
    Etsy etsy = new Etsy(settings.etsy(), clock, scale, store);
    Partner partner = new Partner(settings.partnerKey(), clock, store);
    store.open();
    parts.put("ebay", ebay);
    parts.put("amazon", amazon);
    parts.put("etsy", etsy);
    parts.put("partner", partner);
    parts.put("amazon-documents", amazon.documents()::serve);
    parts.put("", amazon.queues()); // a queue is called at its host, not at its own address
    parts.put("amazon-schemas", TypeCalls::schema);
    parts.put("control", new Control(ebay, amazon, etsy, partner, clock, scale, store));
    Path models = settings.amazon().models();
    if (models != null) {
      parts.put("amazon-static", AmazonExamples.load(models));
    }
    this.front = HttpFront.open(settings.host(), settings.port(), this::handle);
  }

  /** Starts a sandbox that forgets everything when it is closed; port 0 picks a free one. */
  public static Sandbox start(int port) {
    return start(SandboxSettings.inMemory(port));
  }

  /** Starts a sandbox. */
  public static Sandbox start(SandboxSettings settings) {
    return new Sandbox(settings);
  }

  /** The address without a slash at the end; eBay's is {@code baseUri() + "/ebay"}. */
  public URI baseUri() {
    return front.baseUri();
  }

  private Response handle(Request request) {
    List<String> path = request.path();
    Handler part = parts.get(path.get(0));
    if (part != null) {
      return part.handle(request.below(1));
    }
    return path.equals(List.of("health"))
        ? Response.json(200, Map.of("status", "UP"))
        : Response.empty(404);
  }

  @Override
  public void close() {
    front.close();
    store.close();
  }

  /** Runs until the process is stopped. */
  public static void main(String[] arguments) {
    try {
      SandboxSettings settings = SandboxSettings.read(List.of(arguments), System.getenv());
      Sandbox sandbox = start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "close"));
      System.out.println("marketplace-sandbox listens on " + sandbox.baseUri());
    } catch (RuntimeException e) {
      System.err.println("marketplace-sandbox does not start: " + e.getMessage());
      System.exit(1);
    }
  }
}
