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
      shopper("guest-" + i, Edge.visitor(gateway, PATIENCE));
    }
    for (int i = 1; i <= WAREHOUSES; i++) {
      warehouse("warehouse-" + i, manager.get());
    }
    merchandiser("merchandiser", manager.get());
    EbayBuyer buyer = new EbayBuyer("ebay", Edge.visitor(sandbox, PATIENCE), articles, history);
    begin(actor("ebay", 1_500).does(1, buyer::buy));
  }

  private void shopper(String name, Edge guest) {
    Shopper shopper = new Shopper(name, guest, articles, pool, history);
    shoppers.add(shopper);
    begin(actor(name, 700).does(1, shopper::buy));
  }

  private void warehouse(String name, Edge manager) {
    Warehouse house = new Warehouse(name, manager, articles, pool, history);
    begin(
        actor(name, 500)
            .does(6, house::ship)
            .does(3, house::cancel)
            .does(3, house::takeBack)
            .does(2, house::adjust)
            .does(1, house::receive)
            .does(2, house::lookForSales));
  }

  private void merchandiser(String name, Edge manager) {
    Merchandiser merchandiser = new Merchandiser(name, manager, articles, history);
    begin(actor(name, 1_000).does(5, merchandiser::changePrice).does(1, merchandiser::importFile));
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
