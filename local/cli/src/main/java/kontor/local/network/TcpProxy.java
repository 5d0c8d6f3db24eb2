package kontor.local.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes connections from one port of the loopback address on to another, as its state says. What a
 * cut holds back arrives when the link is well again, as with TCP over a line that was broken.
 */
public final class TcpProxy implements AutoCloseable {

  private final String name;
  private final ServerSocket door;
  private final int target;
  private final SplittableRandom random;
  private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
  private final LinkSwitch state = new LinkSwitch();
  private volatile boolean used;

  private TcpProxy(String name, ServerSocket door, int target, long seed) {
    this.name = name;
    this.door = door;
    this.target = target;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Listens at once.
   *
   * @param port 0 takes any free one
   * @param target where connections are passed on to; nobody needs to listen there yet
   * @param seed of the jitter
   */
  public static TcpProxy start(String name, int port, int target, long seed) throws IOException {
    ServerSocket door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    TcpProxy proxy = new TcpProxy(name, door, target, seed);
    Thread accepting = new Thread(proxy::accept, "link-" + name);
    accepting.setDaemon(true);
    accepting.start();
    return proxy;
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Whether anybody ever came. */
  boolean used() {
    return used;
  }

  /** Holds for the connections that are there and for those that come. */
  public void set(LinkState now) {
    state.set(now);
    if (now.refused()) {
      passages.forEach(Passage::reset);
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        pass(door.accept());
      } catch (IOException closedOrReset) {
        // The next one may fare better; a closed door ends the loop.
      }
    }
  }

  private void pass(Socket client) throws IOException {
    used = true;
    if (state.now().refused()) {
      Passage.reset(client);
      return;
    }
    Socket server = new Socket();
    try {
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
    } catch (IOException away) {
      Passage.reset(client);
      throw away;
    }
    Passage passage = new Passage(name, client, server, state, passages::remove);
    passages.add(passage);
    passage.start(random.split());
    if (state.now().refused() || door.isClosed()) {
      // Whoever changed that did not see this connection yet.
      passage.reset();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    state.set(LinkState.WELL);
    passages.forEach(Passage::reset);
  }
}
