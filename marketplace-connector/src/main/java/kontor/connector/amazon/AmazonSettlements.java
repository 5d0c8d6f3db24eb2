package kontor.connector.amazon;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import kontor.connector.channel.FeeReports.ClosedSettlement;
import kontor.connector.channel.FeeReports.Settlement;
import tools.jackson.databind.JsonNode;

/**
 * What Amazon pays out, by the report GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2, which it makes of
 * its own accord. It says 90 days back at most.
 */
final class AmazonSettlements {

  private static final String TYPE = "GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2";

  private final AmazonFiles files;

  AmazonSettlements(AmazonFiles files) {
    this.files = files;
  }

  List<ClosedSettlement> closedSince(Instant since) {
    return files.reportsSince(TYPE, since).stream()
        .map(AmazonSettlements::closed)
        .distinct()
        .sorted(Comparator.comparing(ClosedSettlement::madeAt))
        .toList();
  }

  private static ClosedSettlement closed(JsonNode report) {
    return new ClosedSettlement(
        report.path("reportId").asString(), Instant.parse(report.path("createdTime").asString()));
  }

  Settlement read(String report) {
    String document = files.report(report).path("reportDocumentId").asString("");
    if (document.isEmpty()) {
      throw new IllegalArgumentException("Amazon has no document of the report");
    }
    return AmazonSettlementFile.read(text(document));
  }

  private String text(String document) {
    try {
      return files.reportText(document);
    } catch (UncheckedIOException e) {
      throw new IllegalArgumentException("the file cannot be unzipped", e);
    }
  }
}
