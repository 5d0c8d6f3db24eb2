package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kontor.sandbox.document.Json;
import kontor.sandbox.faults.Faults;
import kontor.sandbox.http.Handler;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.state.Agenda;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.TimeScale;

/**
 * eBay: the API for the sellers' programs, and what the director of the sandbox can do behind it.
 */
public final class Ebay implements Handler {

  private final Store store;
  private final Clock clock;
  private final Limits limits;
  private final Calls calls = new Calls();
  private final Faults faults;
  private final Agenda agenda;
  private final NotificationKey notificationKey = new NotificationKey();
  private final Desks desks;
  private final Backstage backstage;
  private final Gate gate;

  public Ebay(Credentials credentials, Clock clock, TimeScale scale, Store store) {
    this.store = store;
    this.clock = clock;
    this.limits = new Limits(clock);
    this.faults = new Faults(clock);
    this.agenda = new Agenda("ebay-agenda", store, clock);
    Sellers sellers = new Sellers(credentials, store);
    Tokens tokens = new Tokens(credentials, sellers, clock, scale, limits, store);
    Tables tables = Tables.of(store);
    Cancelling cancelling = new Cancelling(tables, agenda, store, scale, clock);
    Settling settling = new Settling(tables, agenda, store, scale, clock);
    this.desks =
        new Desks(
            sellers,
            new Desk.Shared(
                tables,
                limits,
                tokens,
                cancelling,
                settling,
                new SigningKeys(store),
                notificationKey,
                new Categories(),
                new Buyers(),
                clock,
                store));
    this.backstage = new Backstage(desks, cancelling, settling);
    this.gate = new Gate(desks, tokens, new Gate.Books(limits, faults, calls), agenda, store);
  }

  /** Answers a call; the path begins after the base path. */
  @Override
  public Response handle(Request request) {
    return gate.handle(request);
  }

  /** The names of all operations, for faults. */
  public List<String> operations() {
    return store.change(() -> desks.first().router().operations());
  }

  /** The faults that wait. */
  public Faults faults() {
    return faults;
  }

  /** The call limits. */
  public Limits limits() {
    return limits;
  }

  /** Does something behind the scenes, after what is due. */
  public <T> T direct(Function<Backstage, T> what) {
    return store.change(
        () -> {
          agenda.catchUp();
          return what.apply(backstage);
        });
  }

  /** A notification, signed. */
  public Notice notice(String topic, ObjectNode data) {
    String id = UUID.randomUUID().toString();
    String at = OrderDocument.time(clock.instant());
    ObjectNode message = Notice.message(topic, id, at, data);
    byte[] bytes = Json.bytes(message);
    String body = new String(bytes, StandardCharsets.UTF_8);
    return new Notice(body, notificationKey.sign(bytes));
  }

  /**
   * The truth about everything a seller has, to compare with; the first seller's if none is named.
   */
  public Optional<Map<String, Object>> ledger(String seller) {
    return direct(
        stage ->
            desks
                .find(seller)
                .map(desk -> new Ledger(desk, calls.of(desk.seller().username())).show()));
  }

  /** Forgets faults, counts and limits; the store is forgotten by its owner. */
  public void reset() {
    faults.clear();
    calls.clear();
    limits.reset();
  }
}
