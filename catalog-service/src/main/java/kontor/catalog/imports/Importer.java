package kontor.catalog.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kontor.catalog.imports.format.Draft;
import kontor.catalog.imports.format.Format;
import kontor.catalog.imports.format.Options;
import kontor.catalog.imports.format.Reading;
import kontor.catalog.imports.table.BrokenFile;
import kontor.catalog.imports.table.Header;
import kontor.catalog.imports.table.Row;
import kontor.catalog.imports.table.Table;
import kontor.catalog.imports.table.TableFile;
import kontor.catalog.price.Prices;
import kontor.catalog.product.Products;
import kontor.eventstore.Origin;
import org.jspecify.annotations.Nullable;

/** Takes one file into the catalog, product by product, several at the same time. */
final class Importer {

  private static final int AT_A_TIME = 64;

  private final Products products;
  private final Prices prices;
  private final ExecutorService workers;
  private final Clock clock;

  Importer(Products products, Prices prices, ExecutorService workers, Clock clock) {
    this.products = products;
    this.prices = prices;
    this.workers = workers;
    this.clock = clock;
  }

  /** Products that are put together from others, and their rows, wait until the others are in. */
  private record Bundle(Draft draft, List<Row> rows) {}

  /**
   * Takes in what it can; repeated, it changes nothing.
   *
   * @param progress is told the run as it goes on, from time to time
   * @throws BrokenFile when the file cannot be read; then nothing was taken in
   */
  void run(
      ImportRun run,
      Path path,
      Options options,
      Tally tally,
      Consumer<UnaryOperator<ImportRun>> progress)
      throws IOException {
    TableFile file =
        TableFile.of(path, header -> Format.all().stream().anyMatch(format -> format.fits(header)));
    Header header = header(file);
    Format format = format(header);
    RowGroups groups = new RowGroups(file, format);
    String encoding = file.encoding().charset().name();
    progress.accept(now -> now.running(format.name(), encoding, groups.rows(), clock.instant()));
    Origin origin = new Origin(run.actor(), run.id(), "import/" + run.id(), null);
    Intake intake = new Intake(products, prices, format.columns(header), origin, tally);
    Reading reading = new Reading(options, groups.mark());
    List<Bundle> bundles = new ArrayList<>();
    Lanes lanes = new Lanes(workers, AT_A_TIME);
    groups.forEach(
        rows -> {
          Draft draft = format.draft(rows, reading);
          if (draft.isBundle()) {
            bundles.add(new Bundle(draft, rows));
          } else {
            lanes.submit(() -> intake.take(draft, rows));
          }
          progress.accept(now -> now.progress(tally.rows(), tally.products(), clock.instant()));
        });
    lanes.await();
    bundles.forEach(bundle -> intake.take(bundle.draft(), bundle.rows()));
  }

  private static Header header(TableFile file) throws IOException {
    try (Table table = file.open()) {
      return table.header();
    }
  }

  static Format format(Header header) {
    Format format =
        Format.all().stream()
            .filter(known -> known.fits(header))
            .findFirst()
            .orElseThrow(
                () ->
                    new BrokenFile(
                        1,
                        "",
                        "the columns are of no product file that we know ("
                            + String.join(", ", Format.all().stream().map(Format::name).toList())
                            + ")"));
    Optional<String> missing = format.missing(header);
    if (missing.isPresent()) {
      throw new BrokenFile(1, missing.get(), "a file of " + format.name() + " has this column");
    }
    return format;
  }

  /** Runs work on the workers, a bounded number at a time, and remembers a failure. */
  private static final class Lanes {

    private final ExecutorService workers;
    private final Semaphore free;
    private final int width;
    private volatile @Nullable RuntimeException failure;

    Lanes(ExecutorService workers, int width) {
      this.workers = workers;
      this.width = width;
      free = new Semaphore(width);
    }

    void submit(Runnable work) {
      free.acquireUninterruptibly();
      rethrow();
      workers.execute(
          () -> {
            try {
              work.run();
            } catch (RuntimeException e) {
              failure = e;
            } finally {
              free.release();
            }
          });
    }

    void await() {
      free.acquireUninterruptibly(width);
      rethrow();
    }

    private void rethrow() {
      RuntimeException failed = failure;
      if (failed != null) {
        throw failed;
      }
    }
  }
}
