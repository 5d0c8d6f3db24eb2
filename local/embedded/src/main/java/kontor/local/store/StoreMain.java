package kontor.local.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The durable store as a process of its own. Stops cleanly on SIGTERM. */
public final class StoreMain {

  private static final Logger LOG = LoggerFactory.getLogger(StoreMain.class);

  private StoreMain() {}

  /** Takes the data folder and the port. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      System.err.println("usage: StoreMain <data folder> <port>");
      System.exit(2);
    }
    EmbeddedStore store = EmbeddedStore.durable(Path.of(args[0])).start(Integer.parseInt(args[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(store), "stop"));
    LOG.info("store ready at {}", store.uri());
    new CountDownLatch(1).await();
  }

  private static void stop(EmbeddedStore store) {
    try {
      store.close();
    } catch (IOException | RuntimeException failed) {
      LOG.error("the store did not stop cleanly; its journal is whole", failed);
    }
  }
}
