package kontor.sandbox.partner;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kontor.sandbox.http.Response;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Files as this partner writes them. */
final class Csv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setDelimiter(';').setRecordSeparator("\r\n").get();

  private Csv() {}

  /**
   * The rows, by the names of the header.
   *
   * @throws IllegalArgumentException if it is no such file
   */
  static List<Map<String, String>> read(String text) {
    CSVFormat named = FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), named)) {
      return parser.stream().map(CSVRecord::toMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param raw rows that are put below the others as they are
   */
  static Response answer(List<String> header, List<List<String>> rows, List<String> raw) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(header);
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    raw.forEach(row -> text.append(row).append("\r\n"));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return Response.file(200, "text/csv; charset=utf-8", bytes);
  }
}
