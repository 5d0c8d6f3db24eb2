package kontor.catalog.imports.adapter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import kontor.catalog.imports.Counts;
import kontor.catalog.imports.ImportRun;
import kontor.catalog.imports.format.Flaw;
import org.jspecify.annotations.Nullable;

/**
 * An import as a manager sees it.
 *
 * @param state WAITING, RUNNING, DONE, FAILED or INTERRUPTED
 * @param rowsInFile once counted
 * @param refusals the first refused rows; the list of its own has all
 * @param refusalCount of all
 * @param stockCount for how many articles the file says how many there are
 * @param reference under which its stock counts belong to inventory
 */
public record ImportAnswer(
    String id,
    String file,
    String sha256,
    String state,
    String message,
    @Nullable String format,
    @Nullable String encoding,
    int rowsInFile,
    Numbers rows,
    Numbers products,
    List<Flaw> refusals,
    int refusalCount,
    int stockCount,
    String reference,
    List<String> notes,
    String actor,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  /** How many rows, or products, came to what. */
  public record Numbers(
      int read,
      @JsonProperty("new") int created,
      int changed,
      int unchanged,
      int refused,
      int leftOut) {

    static Numbers of(Counts counts) {
      return new Numbers(
          counts.read(),
          counts.created(),
          counts.changed(),
          counts.unchanged(),
          counts.refused(),
          counts.leftOut());
    }
  }

  static ImportAnswer of(ImportRun run, List<Flaw> refusals) {
    return new ImportAnswer(
        run.id(),
        run.file(),
        run.sha256(),
        run.state().name(),
        run.message(),
        run.format(),
        run.encoding(),
        run.rowsInFile(),
        Numbers.of(run.rows()),
        Numbers.of(run.products()),
        refusals,
        run.flawCount(),
        run.stockCount(),
        run.reference(),
        run.notes(),
        run.actor(),
        run.startedAt(),
        run.finishedAt());
  }
}
