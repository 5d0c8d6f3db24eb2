package kontor.catalog.imports.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A file that holds a table: what was found out about it, and the rows as often as needed.
 *
 * @param separatorLine whether the first line only names the separator, as Excel does: {@code
 *     sep=;}
 */
public record TableFile(Path path, Encoding encoding, char separator, boolean separatorLine) {

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  /**
   * Finds encoding and separator.
   *
   * @param known whether a header is one we know; the separator that leads to it is taken
   */
  public static TableFile of(Path path, Predicate<Header> known) throws IOException {
    Encoding encoding = Encoding.of(path);
    String first = firstLine(path, encoding);
    if (first.matches("(?i)sep=.")) {
      return new TableFile(path, encoding, first.charAt(4), true);
    }
    List<TableFile> candidates =
        SEPARATORS.stream().map(s -> new TableFile(path, encoding, s, false)).toList();
    for (TableFile candidate : candidates) {
      if (known.test(candidate.header())) {
        return candidate;
      }
    }
    return candidates.stream()
        .max(Comparator.comparingInt(candidate -> candidate.header().size()))
        .orElseThrow();
  }

  public Table open() throws IOException {
    return new Table(path, encoding, separator, separatorLine);
  }

  private Header header() {
    try (Table table = open()) {
      return table.header();
    } catch (IOException | BrokenFile e) {
      return new Header(List.of());
    }
  }

  private static String firstLine(Path path, Encoding encoding) throws IOException {
    char[] start = new char[16];
    try (var reader = encoding.open(path)) {
      int read = Math.max(0, reader.read(start));
      return new String(start, 0, read).lines().findFirst().orElse("").strip();
    }
  }
}
