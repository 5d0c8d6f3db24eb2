package kontor.connector.partner;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** A partner's file, row by row. */
final class PartnerTable {

  private PartnerTable() {}

  /**
   * @param line where it begins in the file, from 1
   * @param fault why its cells cannot be told apart; empty if they can
   */
  record Row(long line, Map<String, String> cells, String fault) {

    Row {
      cells = Map.copyOf(cells);
    }

    /** Empty text when there is no such column or nothing in it. */
    String get(String column) {
      return cells.getOrDefault(column, "");
    }

    /**
     * @throws IllegalArgumentException naming the column
     */
    String require(String column) {
      String text = get(column);
      if (text.isEmpty()) {
        throw new IllegalArgumentException("column " + column + " is empty");
      }
      return text;
    }
  }

  /**
   * Columns may come in any order, and more than we know.
   *
   * @throws IllegalArgumentException if it is no table of these columns
   */
  static List<Row> read(String text, PartnerFormat format, List<String> columns) {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (CSVParser parser = CSVParser.parse(new StringReader(content), format.csv())) {
      List<Row> rows = new ArrayList<>();
      List<String> header = List.of();
      long line = 1;
      for (CSVRecord cells : parser) {
        if (header.isEmpty()) {
          header = cells.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        } else {
          rows.add(row(line, header, cells));
        }
        line = parser.getCurrentLineNumber() + 1;
      }
      if (!header.containsAll(columns)) {
        throw new IllegalArgumentException("needs the columns " + columns + ", has " + header);
      }
      return rows;
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + e.getMessage(), e);
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new IllegalArgumentException("a quote is not closed: " + e.getMessage(), e);
    }
  }

  private static Row row(long line, List<String> header, CSVRecord cells) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
      named.put(header.get(i), cells.get(i).strip());
    }
    boolean whole = cells.size() == header.size();
    String fault = whole ? "" : "has " + cells.size() + " cells, the header has " + header.size();
    return new Row(line, named, fault);
  }

  static String write(PartnerFormat format, List<String> header, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, format.csv())) {
      printer.printRecord(header);
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
