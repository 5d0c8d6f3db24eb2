package kontor.sandbox.partner;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kontor.sandbox.http.Handler;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;
import kontor.sandbox.http.Router;
import kontor.sandbox.state.Store;

/** A partner: orders.csv to read, offers, shipments and cancellations to send, all with a key. */
public final class Partner implements Handler {

  private static final int PAGE = 50;
  private static final List<String> ORDERS =
      List.of(
          "order",
          "state",
          "placed",
          "changed",
          "line",
          "sku",
          "title",
          "quantity",
          "cancelled",
          "lineTotal",
          "shipping",
          "total",
          "currency",
          "country",
          "user",
          "name",
          "street",
          "postalCode",
          "city",
          "email");

  private final String key;
  private final PartnerBooks books;
  private final Store store;
  private final Map<String, Integer> calls = new LinkedHashMap<>();
  private final Router router;

  public Partner(String key, Clock clock, Store store) {
    this.key = key;
    this.store = store;
    books = new PartnerBooks(store, clock);
    router =
        new Router(
            List.of(
                Route.of("GET", "/orders.csv", "orders", this::orders),
                Route.of("PUT", "/offers.csv", "offers", r -> each(r, "sku", books::offer)),
                Route.of("POST", "/shipments.csv", "shipments", r -> each(r, "order", books::ship)),
                Route.of(
                    "POST",
                    "/cancellations.csv",
                    "cancellations",
                    r -> each(r, "order", books::cancel))));
  }

  @Override
  public Response handle(Request request) {
    Optional<Router.Match> found = router.find(request);
    if (found.isEmpty()) {
      return Response.empty(router.statusOfMiss(request));
    }
    if (!key.equals(request.header("X-Api-Key").orElse(""))) {
      return Response.empty(401);
    }
    return store.change(
        () -> {
          calls.merge(found.get().route().operation(), 1, Integer::sum);
          return found.get().route().handler().handle(found.get().request());
        });
  }

  private Response orders(Request request) {
    Optional<String> one = request.parameter("order");
    if (one.isPresent()) {
      List<List<String>> rows =
          books.orders.get(one.get()).map(PartnerOrder::row).stream().toList();
      return Csv.answer(ORDERS, rows, List.of());
    }
    try {
      Instant from = Instant.parse(request.parameter("changedFrom").orElse(""));
      Instant to = Instant.parse(request.parameter("changedTo").orElse(""));
      int page = Integer.parseInt(request.parameter("page").orElse("1"));
      List<List<String>> rows =
          books.changed(from, to).stream()
              .skip((long) (page - 1) * PAGE)
              .limit(PAGE)
              .map(PartnerOrder::row)
              .toList();
      return Csv.answer(ORDERS, rows, page == 1 ? books.rawRows.all() : List.of());
    } catch (DateTimeParseException | NumberFormatException e) {
      return Response.empty(400);
    }
  }

  private Response each(
      Request request, String name, Function<Map<String, String>, Optional<String>> take) {
    List<List<String>> results = new ArrayList<>();
    try {
      for (Map<String, String> row : Csv.read(request.body())) {
        Optional<String> objection = take.apply(row);
        results.add(
            List.of(
                row.getOrDefault(name, ""),
                objection.isEmpty() ? "ok" : "refused",
                objection.orElse("")));
      }
    } catch (IllegalArgumentException e) {
      return Response.empty(400);
    }
    return Csv.answer(List.of("key", "result", "reason"), results, List.of());
  }

  /** Lets a buyer buy; empty if there is no such offer or not enough of it. */
  public Optional<PartnerOrder> buy(String sku, int units, String country) {
    return store.change(() -> books.buy(sku, units, country));
  }

  /** Ends an order; empty if it is shipped, ended or unknown. */
  public Optional<PartnerOrder> cancel(String id) {
    return store.change(() -> books.end(id));
  }

  /** Puts a row below the others of the first page, as it is; no row at all takes them away. */
  public void raw(Optional<String> row) {
    Supplier<String> change =
        () -> {
          if (row.isEmpty()) {
            books.rawRows.entries().forEach(one -> books.rawRows.remove(one.getKey()));
          } else {
            books.rawRows.put(Long.toString(store.next("partner-raw-row")), row.get());
          }
          return "";
        };
    String unused = store.change(change);
  }

  /** The truth, to compare with. */
  public Map<String, Object> ledger() {
    return store.change(
        () ->
            Map.of(
                "offers", books.offers.all(),
                "orders", books.orders.all(),
                "calls", new LinkedHashMap<>(calls)));
  }
}
