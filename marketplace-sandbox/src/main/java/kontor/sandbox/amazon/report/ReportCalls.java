package kontor.sandbox.amazon.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.sandbox.amazon.document.Documents;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Moments;
import kontor.sandbox.amazon.gate.Operation;
import kontor.sandbox.amazon.gate.Pages;
import kontor.sandbox.amazon.gate.Problem;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;
import org.jspecify.annotations.Nullable;

/** Reports and their documents (model {@code reports_2021-06-30}); schedules are not played. */
public final class ReportCalls {

  private static final String BASE = "/reports/2021-06-30";
  private static final Set<String> ON_DEMAND = Set.of(Reports.RETURNS, Reports.LISTINGS);

  private final Reports reports;
  private final Documents documents;
  private final Surroundings around;

  public ReportCalls(Reports reports, Documents documents, Surroundings around) {
    this.reports = reports;
    this.documents = documents;
    this.around = around;
  }

  /** The operations. */
  public List<Operation> operations() {
    String one = BASE + "/reports/{reportId}";
    return List.of(
        Operation.of("createReport", "POST", BASE + "/reports", this::create),
        Operation.of("getReports", "GET", BASE + "/reports", this::list),
        Operation.of("getReport", "GET", one, call -> Response.json(200, find(call).document())),
        Operation.of("cancelReport", "DELETE", one, this::cancel),
        Operation.of(
            "getReportDocument", "GET", BASE + "/documents/{reportDocumentId}", this::document));
  }

  private Response create(Call call) {
    String type = call.body().get("reportType").asText();
    if (type.equals(Reports.SETTLEMENT)) {
      throw Problem.INVALID_INPUT.refuse(
          "reportType: Amazon makes it of its own accord; see getReports");
    }
    if (!ON_DEMAND.contains(type)) {
      throw Problem.INVALID_INPUT.refuse("reportType: not played here: " + type);
    }
    List<String> places = new ArrayList<>();
    call.body().path("marketplaceIds").forEach(place -> places.add(place.asText()));
    ReportJob job =
        new ReportJob(
            reports.nextId(),
            call.sellerId(),
            type,
            places,
            moment(call, "dataStartTime"),
            moment(call, "dataEndTime"),
            call.body().at("/reportOptions/preferredReportDocumentLocale").asText(null),
            around.now(),
            "IN_QUEUE",
            null,
            null);
    reports.queue(job);
    return Response.json(202, Map.of("reportId", job.reportId()));
  }

  private static @Nullable Instant moment(Call call, String field) {
    JsonNode text = call.body().path(field);
    return text.isMissingNode() ? null : Moments.read(field, text.asText());
  }

  private ReportJob find(Call call) {
    String id = call.variable("reportId");
    return reports
        .find(call.sellerId(), id)
        .orElseThrow(() -> Problem.NOT_FOUND.refuse("no report " + id));
  }

  private Response cancel(Call call) {
    ReportJob job = find(call);
    if (!job.status().equals("IN_QUEUE")) {
      throw Problem.INVALID_INPUT.refuse("reportId: is " + job.status() + ", not IN_QUEUE");
    }
    reports.put(job.with("CANCELLED", around.now(), null));
    return Response.json(200, Json.object());
  }

  private Response list(Call call) {
    List<String> states = call.list("processingStatuses");
    List<ObjectNode> found =
        reports.newestFirst(call.sellerId()).stream()
            .filter(job -> Pages.wants(call, "reportTypes", job.reportType(), job.created()))
            .filter(job -> states.isEmpty() || states.contains(job.status()))
            .map(ReportJob::document)
            .toList();
    return Pages.of(call, "reportTypes", "reports", found);
  }

  private Response document(Call call) {
    String id = call.variable("reportDocumentId");
    Documents.Document document =
        documents
            .find(call.sellerId(), id)
            .orElseThrow(() -> Problem.NOT_FOUND.refuse("no document " + id));
    ObjectNode shown = Json.object().put("reportDocumentId", id);
    shown.put("url", documents.address(document, false, call.host()));
    return Response.json(200, document.gzip() ? shown.put("compressionAlgorithm", "GZIP") : shown);
  }
}
