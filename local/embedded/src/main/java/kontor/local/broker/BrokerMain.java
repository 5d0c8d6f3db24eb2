package kontor.local.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker as a process of its own. Stops cleanly on SIGTERM. */
public final class BrokerMain {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerMain.class);

  private BrokerMain() {}

  /**
   * Takes the data folder, the port, the controller's port, and any number of further listeners as
   * {@code <port>:<port that is told to clients>}.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 3) {
      System.err.println(
          "usage: BrokerMain <data folder> <port> <controller port> [<port>:<told port> ...]");
      System.exit(2);
    }
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            Path.of(args[0]),
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Arrays.stream(args).skip(3).map(Listener::parse).toList());
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
    LOG.info("broker ready at {}", broker.bootstrapServers());
    new CountDownLatch(1).await();
  }
}
