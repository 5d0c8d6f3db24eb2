package kontor.catalog.imports.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a table's rows one after the other: RFC 4180 with any separator. */
public final class Table implements AutoCloseable {

  private final CSVParser parser;
  private final RecordGuard guard;
  private final Iterator<CSVRecord> records;
  private final Header header;

  Table(Path file, Encoding encoding, char separator, boolean separatorLine) throws IOException {
    guard = new RecordGuard(encoding.open(file));
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();
    parser = CSVParser.parse(guard, format);
    records = parser.iterator();
    if (separatorLine) {
      cells();
    }
    header = new Header(Optional.ofNullable(cells()).orElse(List.of()));
  }

  public Header header() {
    return header;
  }

  /**
   * The next row that says anything.
   *
   * @throws BrokenFile when the file cannot be read on
   */
  public Optional<Row> next() {
    while (true) {
      long line = parser.getCurrentLineNumber() + 1;
      List<String> cells = cells();
      if (cells == null) {
        return Optional.empty();
      }
      if (!cells.stream().allMatch(String::isEmpty)) {
        return Optional.of(row(line, cells));
      }
    }
  }

  /** What is too much may be empty; what is missing shows that cells have moved. */
  private Row row(long line, List<String> cells) {
    int columns = header.size();
    List<String> surplus = cells.subList(Math.min(cells.size(), columns), cells.size());
    boolean whole = cells.size() >= columns && surplus.stream().allMatch(String::isEmpty);
    List<String> fitting = new ArrayList<>(cells.subList(0, Math.min(cells.size(), columns)));
    while (fitting.size() < columns) {
      fitting.add("");
    }
    String fault = whole ? "" : "the row has " + cells.size() + " cells, the header has " + columns;
    return new Row(line, header, fitting, fault);
  }

  /** The cells of the next record, null after the last. */
  private @Nullable List<String> cells() {
    long line = parser.getCurrentLineNumber() + 1;
    try {
      guard.begin();
      if (!records.hasNext()) {
        return null;
      }
      CSVRecord next = records.next();
      List<String> cells = new ArrayList<>(next.size());
      next.forEach(cell -> cells.add(cell.strip()));
      return cells;
    } catch (UncheckedIOException | IllegalStateException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new BrokenFile(line, "", "the row cannot be read: " + cause.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
