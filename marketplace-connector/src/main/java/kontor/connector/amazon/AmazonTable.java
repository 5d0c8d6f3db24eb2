package kontor.connector.amazon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Amazon's flat files: lines of fields with tabs between them, the first of which has the names.
 */
final class AmazonTable {

  private AmazonTable() {}

  /** What comes before the line with this first name is passed over; without it there are none. */
  static List<Map<String, String>> rows(String text, String firstName) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> names = List.of();
    for (String line : text.lines().toList()) {
      List<String> fields = List.of(line.split("\t", -1));
      if (names.isEmpty()) {
        names = fields.get(0).strip().equals(firstName) ? fields : names;
      } else if (!line.isBlank()) {
        rows.add(row(names, fields));
      }
    }
    return rows;
  }

  private static Map<String, String> row(List<String> names, List<String> fields) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
      row.put(names.get(i).strip(), fields.get(i).strip());
    }
    return row;
  }

  static String text(List<String> names, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(List.of(names));
    all.addAll(rows);
    return all.stream().map(row -> String.join("\t", row) + "\n").collect(Collectors.joining());
  }
}
