package kontor.catalog.imports.table;

/** A file that cannot be read on: nothing of it is imported. */
public final class BrokenFile extends RuntimeException {

  private final long line;
  private final String column;

  /**
   * @param line where, counted from 1
   * @param column which, empty when it is not about one
   */
  public BrokenFile(long line, String column, String reason) {
    super(reason);
    this.line = line;
    this.column = column;
  }

  public long line() {
    return line;
  }

  public String column() {
    return column;
  }
}
