package kontor.catalog.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import kontor.catalog.imports.ImportRun.State;
import kontor.catalog.imports.format.Flaw;
import kontor.catalog.imports.format.Options;
import kontor.catalog.imports.table.BrokenFile;
import kontor.catalog.price.Prices;
import kontor.catalog.product.Products;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All imports: taken in one file after the other. One that was running when its process ended is
 * told as interrupted, and its file can be sent again.
 */
public final class Imports implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final int WORKERS = 8;
  private static final Duration TELL_EVERY = Duration.ofMillis(500);
  private static final Duration SILENT = Duration.ofSeconds(60);

  private final Importer importer;
  private final ImportLog log;
  private final String instance;
  private final String owner;
  private final Clock clock;
  private final ExecutorService queue = Executors.newSingleThreadExecutor(Imports::thread);
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, Imports::thread);

  /**
   * @param instance lasting name of this instance
   * @param process different for each process of the same instance
   */
  public Imports(
      Products products,
      Prices prices,
      ImportLog log,
      String instance,
      String process,
      Clock clock) {
    this.importer = new Importer(products, prices, workers, clock);
    this.log = log;
    this.instance = instance;
    this.owner = instance + "~" + process;
    this.clock = clock;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "import");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes the file over and deletes it in the end; returns at once. */
  public ImportRun start(
      String id, Path path, String name, String sha256, Options options, String actor) {
    ImportRun run = ImportRun.waiting(id, name, sha256, actor, owner, clock.instant());
    log.save(run);
    queue.execute(() -> run(run, path, options));
    return run;
  }

  /** The import as it stands, told as interrupted when nobody works on it any more. */
  public Optional<ImportRun> find(String id) {
    return log.find(id).map(this::asItIs);
  }

  public List<ImportRun> latest(int most) {
    return log.latest(most).stream().map(this::asItIs).toList();
  }

  private ImportRun asItIs(ImportRun run) {
    boolean ours = run.owner().startsWith(instance + "~");
    boolean left = ours && !run.owner().equals(owner);
    boolean silent = !ours && run.seenAt().plus(SILENT).isBefore(clock.instant());
    return run.unfinished() && (left || silent)
        ? run.ended(
            State.INTERRUPTED,
            "the service stopped under it; send the file again, what is in already stays as it is",
            run.flawCount(),
            run.stockCount(),
            run.notes(),
            run.seenAt())
        : run;
  }

  private void run(ImportRun waiting, Path path, Options options) {
    Progress progress = new Progress(waiting);
    Tally tally = new Tally();
    try {
      importer.run(waiting, path, options, tally, progress::tell);
      finish(progress, tally);
    } catch (BrokenFile e) {
      Flaw flaw = new Flaw(e.line(), e.column(), String.valueOf(e.getMessage()));
      log.saveFlaws(waiting.id(), List.of(flaw));
      String where = "line " + e.line() + (e.column().isEmpty() ? "" : ", column " + e.column());
      progress.end(State.FAILED, "nothing was taken in: " + where + ": " + flaw.reason(), tally, 1);
    } catch (IOException | RuntimeException e) {
      LOG.error("the import {} of {} failed", waiting.id(), waiting.file(), e);
      progress.end(State.INTERRUPTED, "a fault of ours stopped it; send the file again", tally, 0);
    } finally {
      delete(path);
    }
  }

  private void finish(Progress progress, Tally tally) {
    String id = progress.run.id();
    log.saveFlaws(id, tally.flaws());
    log.saveStock(id, tally.stock());
    progress.end(State.DONE, Summary.of(tally), tally, tally.flaws().size());
    LOG.info("import {} is done: {}", id, Summary.of(tally));
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("the file of an import stays behind: {}", path, e);
    }
  }

  /** Keeps the run's newest state and saves it now and then. */
  private final class Progress {

    private ImportRun run;
    private Instant told = Instant.MIN;

    Progress(ImportRun run) {
      this.run = run;
    }

    void tell(UnaryOperator<ImportRun> change) {
      Instant now = clock.instant();
      State before = run.state();
      if (told.plus(TELL_EVERY).isBefore(now)) {
        run = change.apply(run);
        log.save(run);
        told = now;
      } else if (before == State.WAITING) {
        run = change.apply(run);
      }
    }

    void end(State state, String message, Tally tally, int flaws) {
      run =
          run.progress(tally.rows(), tally.products(), clock.instant())
              .ended(state, message, flaws, tally.stock().size(), tally.notes(), clock.instant());
      log.save(run);
    }
  }

  /** Ends what runs; it can be sent again. */
  @Override
  public void close() {
    queue.shutdownNow();
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("an import did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
