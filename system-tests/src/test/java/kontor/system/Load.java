package kontor.system;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;

/**
 * Buyers who come at a fixed rate, however slow the platform is, and keep what they were promised.
 */
final class Load implements AutoCloseable {

  private static final int CHECKOUTS_PER_SECOND = 20;
  private static final int EBAY_SALES_PER_SECOND = 2;

  private final Platform platform;
  private final Goods goods;
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
  private final ExecutorService buyers = Executors.newFixedThreadPool(40);
  private final List<String> accepted = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> refused = new ConcurrentSkipListMap<>();
  private final AtomicInteger sales = new AtomicInteger();

  Load(Platform platform, Goods goods) {
    this.platform = platform;
    this.goods = goods;
  }

  void start() {
    var checkouts =
        clock.scheduleAtFixedRate(
            () -> buyers.execute(this::buy),
            0,
            1_000 / CHECKOUTS_PER_SECOND,
            TimeUnit.MILLISECONDS);
    var ebay =
        clock.scheduleAtFixedRate(
            () -> buyers.execute(this::buyOnEbay),
            0,
            1_000 / EBAY_SALES_PER_SECOND,
            TimeUnit.MILLISECONDS);
    if (checkouts.isCancelled() || ebay.isCancelled()) {
      throw new IllegalStateException("no load");
    }
  }

  /** The orders that were answered with 202. */
  List<String> accepted() {
    return accepted;
  }

  /** Checkouts that were not taken, by the status of the answer. */
  Map<String, Integer> refused() {
    return refused;
  }

  private void refused(String why) {
    refused.merge(why, 1, Integer::sum);
  }

  int ebaySales() {
    return sales.get();
  }

  /** Accepted orders that do not exist or are not settled. */
  List<String> unsettled() {
    Edge manager = platform.manager();
    return accepted.stream()
        .filter(id -> !manager.get("/api/admin/orders/" + id).body().path("settled").asBoolean())
        .toList();
  }

  private void buy() {
    try {
      Edge guest = platform.visitor();
      String cart = goods.cart(guest, 1);
      Answer placed =
          guest.post(
              "/api/shop/carts/" + cart + "/checkout",
              Goods.request("Köln"),
              UUID.randomUUID().toString());
      if (placed.status() == 202) {
        accepted.add(placed.at("/id"));
      } else {
        refused(cart.isEmpty() ? "no cart" : Integer.toString(placed.status()));
      }
    } catch (PlatformException away) {
      refused("no answer");
    }
  }

  /** A sale goes through only once the article is listed. */
  private void buyOnEbay() {
    try {
      String sku = goods.skus().get(ThreadLocalRandom.current().nextInt(goods.skus().size()));
      Answer bought =
          Edge.visitor(Platform.SANDBOX)
              .post("/control/ebay/purchases", Map.of("sku", sku, "quantity", 1));
      if (bought.ok()) {
        sales.incrementAndGet();
      }
    } catch (PlatformException away) {
      refused("eBay: no answer");
    }
  }

  /** No more buyers come; those on their way finish. */
  void stop() throws InterruptedException {
    clock.shutdownNow();
    buyers.shutdown();
    if (!buyers.awaitTermination(90, TimeUnit.SECONDS)) {
      throw new IllegalStateException("buyers wait for ever");
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    buyers.shutdownNow();
  }
}
