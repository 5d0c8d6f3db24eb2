package kontor.local.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks MongoDB's protocol on the loopback address, for tests and for the platform
 * on one machine. It keeps all data in memory; the durable form also has a journal, and what it
 * acknowledged survives {@code kill -9}. It does not force writes to the disk, so a power cut may
 * lose the last of them: use MongoDB where that matters.
 */
public final class EmbeddedStore implements AutoCloseable {

  private static final long GROWTH_LIMIT = 64L << 20;

  private final MongoServer server;
  private final @Nullable FileChannel folderLock;
  private boolean closed;

  private EmbeddedStore(MongoBackend backend, @Nullable FileChannel folderLock) {
    this.server = new MongoServer(backend);
    this.folderLock = folderLock;
  }

  /** A store that forgets everything when it is closed. */
  public static EmbeddedStore inMemory() {
    return new EmbeddedStore(new PackedBackend(), null);
  }

  /**
   * A store that continues with what the folder holds.
   *
   * @throws IOException when another process uses the folder, or its journal is damaged
   */
  public static EmbeddedStore durable(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock = lock(folder);
    try {
      return new EmbeddedStore(JournaledBackend.open(folder, GROWTH_LIMIT), lock);
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /** Listens on the port of the loopback address; 0 takes any free one. */
  public EmbeddedStore start(int port) {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return this;
  }

  public int port() {
    return server.getLocalAddress().getPort();
  }

  /** The connection string for a MongoDB driver. */
  public String uri() {
    return "mongodb://127.0.0.1:" + port();
  }

  /** Ends all connections, then leaves a compact journal. May be called again. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    server.shutdownNow();
    if (folderLock != null) {
      folderLock.close();
    }
  }

  @SuppressWarnings("resource") // the lock lives as long as its channel
  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException ours) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new IOException("another store already uses the folder " + folder);
    }
    return channel;
  }
}
