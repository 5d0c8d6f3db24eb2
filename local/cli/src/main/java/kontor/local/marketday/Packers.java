package kontor.local.marketday;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;

/**
 * Who ships what one channel has sold, cancels what is broken and takes back what comes back, each
 * sale by its fate.
 */
final class Packers implements Runnable {

  private static final int AT_ONCE = 100;
  private static final long PAUSE_MS = 500;

  private final Supplier<Edge> manager;
  private final String channel;
  private final List<JsonNode> back = new ArrayList<>();
  private final Function<String, Trade.Fate> fates;
  private volatile boolean open = true;
  private final AtomicInteger shipped = new AtomicInteger();

  /**
   * @param fates by channel and the marketplace's number
   */
  Packers(Supplier<Edge> manager, String channel, Function<String, Trade.Fate> fates) {
    this.manager = manager;
    this.channel = channel;
    this.fates = fates;
  }

  int shipped() {
    return shipped.get();
  }

  void close() {
    open = false;
  }

  /** Until closed; whoever gives no answer is asked again. */
  @Override
  public void run() {
    Edge edge = manager.get();
    while (open) {
      try {
        work(edge);
      } catch (PlatformException noAnswer) {
        pause();
      }
      pause();
    }
  }

  private void work(Edge edge) {
    for (JsonNode order : confirmed(edge)) {
      String sale = order.path("externalId").asText();
      Trade.Fate fate = fates.apply(channel + " " + sale);
      switch (fate) {
        case NEVER_PAID, CANCELLED_THERE -> {
          // the buyer has written that he does not want it
        }
        case CANCELLED_HERE -> post(edge, order, "cancel", Map.of("reason", "broken"));
        case PAID_LATE, SENT_BACK, KEPT -> {
          String tracking = "T" + sale.replaceAll("[^A-Za-z0-9]", "");
          if (post(edge, order, "ship", Map.of("carrier", "DHL", "trackingNumber", tracking))) {
            shipped.incrementAndGet();
            if (fate == Trade.Fate.SENT_BACK) {
              back.add(order);
            }
          }
        }
      }
    }
    Map<String, Object> unit = Map.of("line", 1, "quantity", 1);
    Map<String, Object> parcel = Map.of("rma", "R1", "lines", List.of(unit));
    back.removeIf(order -> post(edge, order, "returns", parcel));
  }

  private Iterable<JsonNode> confirmed(Edge edge) {
    String query = "?status=CONFIRMED&channel=" + channel + "&limit=" + AT_ONCE;
    return edge.get("/api/admin/orders" + query).body().path("items");
  }

  private static boolean post(Edge edge, JsonNode order, String what, Map<String, Object> body) {
    return edge.post("/api/admin/orders/" + order.path("id").asText() + "/" + what, body).ok();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
  }
}
