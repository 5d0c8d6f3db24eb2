package kontor.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backend in memory with a journal in front of it: a command that changes data is in the file
 * before it is applied, and applied before it is answered. One lock covers both, so the file's
 * order is the order of effect. A command that fails is kept as well: it fails the same way when
 * read back, also if part of it took effect.
 */
final class JournaledBackend extends PackedBackend {

  private static final Logger LOG = LoggerFactory.getLogger(JournaledBackend.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Channel replayChannel = new EmbeddedChannel();
  private final long growthLimit;
  private Journal journal;
  private long compactSize;

  /**
   * Reads the folder's journal back.
   *
   * @param growthLimit bytes that a journal may grow before it is rewritten while running; it may
   *     also always grow to three times its compact size
   */
  static JournaledBackend open(Path folder, long growthLimit) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("journal");
    Files.deleteIfExists(rewritten(file));
    return new JournaledBackend(file, growthLimit);
  }

  private JournaledBackend(Path file, long growthLimit) throws IOException {
    this.growthLimit = growthLimit;
    long start = System.nanoTime();
    this.journal = Journal.open(file, this::replay);
    long millis = (System.nanoTime() - start) / 1_000_000;
    LOG.info("read {} bytes of journal in {} ms", journal.size(), millis);
    compactWhenLarge();
  }

  private static Path rewritten(Path file) {
    return file.resolveSibling("journal.new");
  }

  private void replay(JournalEntry entry, long end) {
    if (entry.equals(JournalEntry.COMPACT)) {
      compactSize = end;
      return;
    }
    try {
      super.handleCommand(replayChannel, entry.database(), entry.name(), entry.command());
    } catch (MongoServerException refusedBefore) {
      LOG.debug("refused again: {}", refusedBefore.getMessage());
    }
  }

  @Override
  public Document handleCommand(Channel channel, String database, String name, Document command) {
    if (!MutatingCommands.contains(name, command)) {
      return super.handleCommand(channel, database, name, command);
    }
    Repeatable.check(command);
    lock.lock();
    try {
      journal.append(new JournalEntry(database, command));
      Document reply = super.handleCommand(channel, database, name, command);
      compactWhenLarge();
      return reply;
    } catch (IOException notWritten) {
      throw new UncheckedIOException(notWritten);
    } finally {
      lock.unlock();
    }
  }

  /** A failure here costs only room: the long journal is as good as the short one. */
  private void compactWhenLarge() {
    if (journal.size() - compactSize > Math.max(growthLimit, 2 * compactSize)) {
      try {
        compact();
      } catch (IOException | RuntimeException failed) {
        LOG.warn("cannot rewrite the journal, it goes on growing", failed);
        compactSize = journal.size();
      }
    }
  }

  /** Replaces the journal by the shortest one for the present state. */
  private void compact() throws IOException {
    long before = journal.size();
    Path file = journal.file();
    Journal shorter = Journal.open(rewritten(file), (entry, end) -> {});
    try {
      new Snapshot(this, replayChannel).writeTo(shorter);
      shorter.append(JournalEntry.COMPACT);
      Files.move(shorter.file(), file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException failed) {
      shorter.close();
      throw failed;
    }
    journal.close();
    journal = shorter.movedTo(file);
    compactSize = journal.size();
    LOG.info("rewrote the journal: {} bytes became {}", before, compactSize);
  }

  /** Leaves a compact journal, so that the next start is short. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (journal.size() > compactSize) {
        compact();
      }
      journal.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      lock.unlock();
    }
    super.close();
  }
}
