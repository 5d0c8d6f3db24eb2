package kontor.sandbox.amazon.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A flat file: lines of fields with tabs between them, the first of which has the names. */
public final class TabFile {

  private TabFile() {}

  /**
   * The rows by the names of their columns. A line before the header that names a template is
   * passed over; a file without all {@code columns} has no rows that can be read: empty.
   */
  public static Optional<List<Map<String, String>>> read(String text, List<String> columns) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    int header = !lines.isEmpty() && lines.get(0).startsWith("TemplateType=") ? 1 : 0;
    if (lines.size() <= header) {
      return Optional.empty();
    }
    List<String> names = List.of(lines.get(header).split("\t"));
    if (!names.containsAll(columns)) {
      return Optional.empty();
    }
    return Optional.of(
        lines.stream().skip(header + 1L).map(line -> row(names, line.split("\t", -1))).toList());
  }

  private static Map<String, String> row(List<String> names, String[] fields) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), i < fields.length ? fields[i].strip() : "");
    }
    return row;
  }

  /** The text of rows; a field that a row lacks is empty. */
  public static String write(List<String> columns, List<Map<String, String>> rows) {
    StringBuilder text = new StringBuilder(String.join("\t", columns)).append('\n');
    for (Map<String, String> row : rows) {
      text.append(
              columns.stream()
                  .map(column -> row.getOrDefault(column, "").replaceAll("[\\t\\r\\n]", " "))
                  .collect(Collectors.joining("\t")))
          .append('\n');
    }
    return text.toString();
  }
}
