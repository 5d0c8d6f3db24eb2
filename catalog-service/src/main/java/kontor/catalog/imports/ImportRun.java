package kontor.catalog.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way into the catalog.
 *
 * @param id of the import
 * @param file its name, for people
 * @param sha256 of its bytes: two imports of the same file have the same
 * @param format which shop system's it is, once found out
 * @param encoding how its bytes are text, once found out
 * @param rowsInFile once counted
 * @param flawCount how many reasons there are to refuse rows
 * @param stockCount for how many articles it says how many there are
 * @param message what came of it, in one sentence
 * @param seenAt when the process that runs it last said so
 */
public record ImportRun(
    String id,
    String file,
    String sha256,
    State state,
    @Nullable String format,
    @Nullable String encoding,
    int rowsInFile,
    Counts rows,
    Counts products,
    int flawCount,
    int stockCount,
    List<String> notes,
    String message,
    String actor,
    String owner,
    Instant startedAt,
    Instant seenAt,
    @Nullable Instant finishedAt) {

  private static final int REFERENCE_DIGITS = 16;

  /** Where it stands. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    /** The file could not be read; nothing of it was taken. */
    FAILED,
    /** The process ended under it. Sending the file again does the rest. */
    INTERRUPTED
  }

  public ImportRun {
    notes = List.copyOf(notes);
  }

  static ImportRun waiting(
      String id, String file, String sha256, String actor, String owner, Instant now) {
    return new ImportRun(
        id,
        file,
        sha256,
        State.WAITING,
        null,
        null,
        0,
        Counts.NONE,
        Counts.NONE,
        0,
        0,
        List.of(),
        "waits for its turn",
        actor,
        owner,
        now,
        now,
        null);
  }

  ImportRun running(String nowFormat, String nowEncoding, int rowCount, Instant now) {
    return new ImportRun(
        id,
        file,
        sha256,
        State.RUNNING,
        nowFormat,
        nowEncoding,
        rowCount,
        rows,
        products,
        0,
        0,
        notes,
        "reads the file",
        actor,
        owner,
        startedAt,
        now,
        null);
  }

  ImportRun progress(Counts rowCounts, Counts productCounts, Instant now) {
    return new ImportRun(
        id,
        file,
        sha256,
        state,
        format,
        encoding,
        rowsInFile,
        rowCounts,
        productCounts,
        flawCount,
        stockCount,
        notes,
        message,
        actor,
        owner,
        startedAt,
        now,
        null);
  }

  ImportRun ended(
      State end, String words, int flaws, int stock, List<String> remarks, Instant now) {
    return new ImportRun(
        id,
        file,
        sha256,
        end,
        format,
        encoding,
        rowsInFile,
        rows,
        products,
        flaws,
        stock,
        remarks,
        words,
        actor,
        owner,
        startedAt,
        now,
        now);
  }

  /** As the reference of the stock counts that follow from the file. */
  public String reference() {
    return "import-" + sha256.substring(0, REFERENCE_DIGITS);
  }

  public boolean unfinished() {
    return state == State.WAITING || state == State.RUNNING;
  }
}
