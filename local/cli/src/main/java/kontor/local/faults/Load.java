package kontor.local.faults;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;

/** Everybody who trades during a campaign: guests, the warehouse, a merchandiser, eBay's buyers. */
final class Load {

  private static final int SHOPPERS = 6;
  private static final int WAREHOUSES = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LONGEST_END_S = 60;

  private final SplittableRandom random;
  private final Articles articles;
  private final History history;
  private final OrderPool pool = new OrderPool();
  private final List<Shopper> shoppers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean open = true;

  Load(long seed, Articles articles, History history) {
    this.random = new SplittableRandom(seed);
    this.articles = articles;
    this.history = history;
  }

  List<Shopper> shoppers() {
    return shoppers;
  }

  /** How long one waits for an answer. */
  static Duration patience() {
    return PATIENCE;
  }

  void start(URI gateway, URI sandbox, Supplier<Edge> manager) {
    for (int i = 1; i <= SHOPPERS; i++) {
      String name = "guest-" + i;
      Edge guest = Edge.visitor(gateway, PATIENCE);
      Shopper shopper = new Shopper(name, guest, articles, pool, history);
      shoppers.add(shopper);
      begin(actor(name, 700).does(1, shopper::buy));
    }
    for (int i = 1; i <= WAREHOUSES; i++) {
      String name = "warehouse-" + i;
      Warehouse house = new Warehouse(name, manager.get(), articles, pool, history);
      begin(
          actor(name, 500)
              .does(6, house::ship)
              .does(3, house::cancel)
              .does(3, house::takeBack)
              .does(2, house::adjust)
              .does(1, house::receive)
              .does(2, house::lookForSales));
    }
    Merchandiser merchandiser = new Merchandiser("merchandiser", manager.get(), articles, history);
    begin(
        actor("merchandiser", 1_000)
            .does(5, merchandiser::changePrice)
            .does(1, merchandiser::importFile));
    EbayBuyer buyer = new EbayBuyer("ebay", Edge.visitor(sandbox, PATIENCE), articles, history);
    begin(actor("ebay", 1_500).does(1, buyer::buy));
  }

  private Actor actor(String name, int pauseMillis) {
    return new Actor(name, random.split(), pauseMillis, () -> open);
  }

  private void begin(Actor actor) {
    Thread thread = new Thread(actor, actor.name());
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Nobody begins anything new; returns when the last has his answer or has given up. */
  void stop() throws InterruptedException {
    open = false;
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(LONGEST_END_S));
      if (thread.isAlive()) {
        throw new PlatformException(thread.getName() + " waits for ever");
      }
    }
  }
}
