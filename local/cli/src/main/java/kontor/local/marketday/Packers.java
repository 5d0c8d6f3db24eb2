package kontor.local.marketday;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;

/** Who ships what marketplaces have sold, all of it, unless the buyer does not want it any more. */
final class Packers implements Runnable {

  private static final int AT_ONCE = 100;
  private static final long PAUSE_MS = 500;

  private final Supplier<Edge> manager;
  private final List<String> channels;
  private final Predicate<String> unwanted;
  private volatile boolean open = true;
  private final AtomicInteger shipped = new AtomicInteger();

  /**
   * @param unwanted by channel and the marketplace's number
   */
  Packers(Supplier<Edge> manager, List<String> channels, Predicate<String> unwanted) {
    this.manager = manager;
    this.channels = channels;
    this.unwanted = unwanted;
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
      for (String channel : channels) {
        try {
          ship(edge, channel);
        } catch (PlatformException noAnswer) {
          pause();
        }
      }
      pause();
    }
  }

  private void ship(Edge edge, String channel) {
    String path = "/api/admin/orders?status=CONFIRMED&channel=" + channel + "&limit=" + AT_ONCE;
    for (JsonNode order : edge.get(path).body().path("items")) {
      String sale = order.path("externalId").asText();
      if (!unwanted.test(channel + " " + sale) && open) {
        ship(edge, order.path("id").asText(), sale);
      }
    }
  }

  private void ship(Edge edge, String order, String sale) {
    String tracking = "T" + sale.replaceAll("[^A-Za-z0-9]", "");
    Map<String, Object> parcel = Map.of("carrier", "DHL", "trackingNumber", tracking);
    Answer answer = edge.post("/api/admin/orders/" + order + "/ship", parcel);
    if (answer.ok()) {
      shipped.incrementAndGet();
    }
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
