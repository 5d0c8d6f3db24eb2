package kontor.local.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One connection through a link: two sockets, and a thread for each direction. */
final class Passage {

  private static final int PIECE = 16 << 10;

  private final String name;
  private final Socket client;
  private final Socket server;
  private final LinkSwitch link;
  private final Consumer<Passage> ended;
  private final AtomicLong passedSinceReset = new AtomicLong();

  Passage(String name, Socket client, Socket server, LinkSwitch link, Consumer<Passage> ended) {
    this.name = name;
    this.client = client;
    this.server = server;
    this.link = link;
    this.ended = ended;
  }

  void start(SplittableRandom random) throws IOException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    begin("requests", client, server, random.split());
    begin("answers", server, client, random.split());
  }

  private void begin(String direction, Socket from, Socket to, SplittableRandom random) {
    Thread pump = new Thread(() -> pump(from, to, random), "link-" + name + "-" + direction);
    pump.setDaemon(true);
    pump.start();
  }

  private void pump(Socket from, Socket to, SplittableRandom random) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        LinkState state = link.awaitPassing(from == client);
        if (breaks(state, length)) {
          reset();
          return;
        }
        delay(state, random);
        out.write(piece, 0, length);
      }
      link.awaitPassing(from == client);
      to.shutdownOutput();
    } catch (IOException broken) {
      reset();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    if (from.isClosed() || (from.isOutputShutdown() && to.isOutputShutdown())) {
      close();
    }
  }

  /** Bytes count from the moment at which the link began to be bad. */
  private boolean breaks(LinkState state, int length) {
    if (state.resetAfterBytes() == 0) {
      passedSinceReset.set(0);
      return false;
    }
    return passedSinceReset.addAndGet(length) > state.resetAfterBytes();
  }

  private static void delay(LinkState state, SplittableRandom random) throws InterruptedException {
    int jitter = state.jitterMillis() > 0 ? random.nextInt(state.jitterMillis() + 1) : 0;
    if (state.delayMillis() + jitter > 0) {
      TimeUnit.MILLISECONDS.sleep(state.delayMillis() + jitter);
    }
  }

  /** Both ends see the connection break off. */
  void reset() {
    reset(client);
    reset(server);
    ended.accept(this);
  }

  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException alreadyGone) {
      // That is what was wanted.
    }
  }

  private void close() {
    try {
      client.close();
      server.close();
    } catch (IOException alreadyGone) {
      // That is what was wanted.
    }
    ended.accept(this);
  }
}
