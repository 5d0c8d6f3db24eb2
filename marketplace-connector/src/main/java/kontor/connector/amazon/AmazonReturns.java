package kontor.connector.amazon;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.ReturnReports.Line;
import kontor.connector.channel.ReturnReports.ReportedReturn;
import kontor.contracts.Quantity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What buyers send back, by the report GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE. Amazon needs a
 * while to write it: until then whoever asks for the same window is told to come again.
 */
final class AmazonReturns {

  private static final String TYPE = "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);

  private final AmazonFiles files;
  private final Function<String, Optional<JsonNode>> orders;
  private final Duration pause;
  private @Nullable Pending pending;

  private record Pending(String report, Instant from, Instant to) {}

  /**
   * @param orders finds an order, since the report names articles and not lines
   * @param pause while Amazon writes
   */
  AmazonReturns(AmazonFiles files, Function<String, Optional<JsonNode>> orders, Duration pause) {
    this.pause = pause;
    this.files = files;
    this.orders = orders;
  }

  synchronized List<ReportedReturn> returns(Instant from, Instant to) {
    Pending asked = pending;
    if (asked == null || !asked.from().equals(from) || !asked.to().equals(to)) {
      pending = new Pending(files.createReport(TYPE, from, to), from, to);
      throw writing();
    }
    JsonNode report = files.report(asked.report());
    String status = report.path("processingStatus").asString("");
    if (status.equals("IN_QUEUE") || status.equals("IN_PROGRESS")) {
      throw writing();
    }
    List<ReportedReturn> all =
        status.equals("DONE")
            ? read(files.reportText(report.path("reportDocumentId").asString()))
            : List.of();
    pending = null;
    if (!status.equals("DONE") && !status.equals("CANCELLED")) { // cancelled: nothing to tell
      throw new ChannelException(
          Kind.RETRY, "the report of returns is " + status, Duration.ofMinutes(5), null);
    }
    return all;
  }

  private ChannelException writing() {
    return new ChannelException(Kind.PACED, "Amazon writes the report of returns", pause, null);
  }

  private List<ReportedReturn> read(String text) {
    Map<String, List<Map<String, String>>> byReturn = new LinkedHashMap<>();
    for (Map<String, String> row : AmazonTable.rows(text, "Order ID")) {
      byReturn
          .computeIfAbsent(row.getOrDefault("Amazon RMA ID", ""), id -> new ArrayList<>())
          .add(row);
    }
    List<ReportedReturn> all = new ArrayList<>();
    byReturn.forEach((id, rows) -> all.add(reported(id, rows)));
    return all;
  }

  private ReportedReturn reported(String id, List<Map<String, String>> rows) {
    Map<String, String> first = rows.get(0);
    String order = first.getOrDefault("Order ID", "");
    Optional<JsonNode> found = orders.apply(order);
    List<Line> lines =
        rows.stream()
            .map(
                row ->
                    new Line(
                        line(found, row.getOrDefault("Merchant SKU", "")),
                        new Quantity(Integer.parseInt(row.getOrDefault("Return quantity", "0")))))
            .toList();
    Instant day =
        LocalDate.parse(first.getOrDefault("Return request date", ""), DAY)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    return new ReportedReturn(id, order, lines, first.getOrDefault("Return Reason", ""), day);
  }

  /** An article that the order does not have stays by its name, for a person to look at. */
  private static String line(Optional<JsonNode> order, String sku) {
    if (order.isPresent()) {
      for (JsonNode item : order.get().path("orderItems")) {
        if (item.at("/product/sellerSku").asString("").equals(sku)) {
          return item.path("orderItemId").asString();
        }
      }
    }
    return sku;
  }
}
