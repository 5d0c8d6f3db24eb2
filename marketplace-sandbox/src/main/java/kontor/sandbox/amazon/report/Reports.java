package kontor.sandbox.amazon.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.amazon.document.Documents;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.amazon.listing.Listings;
import kontor.sandbox.amazon.notice.Notices;
import kontor.sandbox.amazon.order.Orders;
import kontor.sandbox.document.Json;
import kontor.sandbox.state.Table;

/** Writes reports by the clock: in the queue, in progress, done. */
public final class Reports {

  static final String RETURNS = "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE";
  static final String LISTINGS = "GET_MERCHANT_LISTINGS_ALL_DATA";
  static final String SETTLEMENT = "GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2";

  private static final Duration QUEUE = Duration.ofSeconds(10);
  private static final Duration WORK = Duration.ofSeconds(20);
  private static final String BEGIN = "amazon-report-begin";
  private static final String END = "amazon-report-end";

  private final Table<ReportJob> jobs;
  private final Surroundings around;
  private final Documents documents;
  private final ReturnsReport returns;
  private final ListingsReport listings;
  private final Settlements settlements;
  private final Notices notices;

  public Reports(
      Surroundings around, Documents documents, Orders orders, Listings listings, Notices notices) {
    this.jobs = around.store().table("amazon-reports", ReportJob.class);
    this.around = around;
    this.documents = documents;
    this.returns = new ReturnsReport(orders);
    this.listings = new ListingsReport(listings);
    this.settlements = new Settlements(orders, around);
    this.notices = notices;
    around.agenda().assign(BEGIN, (at, body) -> begin(at, body.get("reportId").asText()));
    around.agenda().assign(END, (at, body) -> end(at, body.get("reportId").asText()));
  }

  List<ReportJob> newestFirst(String sellerId) {
    return jobs.newestFirst().stream().filter(job -> job.sellerId().equals(sellerId)).toList();
  }

  Optional<ReportJob> find(String sellerId, String id) {
    return jobs.get(id).filter(job -> job.sellerId().equals(sellerId));
  }

  /** What Amazon has paid out so far, by transaction. */
  public Settlements settlements() {
    return settlements;
  }

  void put(ReportJob job) {
    jobs.put(job.reportId(), job);
  }

  String nextId() {
    return Long.toString(60_000_000_000L + around.store().next("amazon-report"));
  }

  void queue(ReportJob job) {
    put(job);
    ObjectNode body = Json.object().put("reportId", job.reportId());
    around.agenda().add(BEGIN, around.after(QUEUE), body);
  }

  private void begin(Instant at, String id) {
    jobs.get(id)
        .filter(job -> job.status().equals("IN_QUEUE"))
        .ifPresent(
            job -> {
              put(job.with("IN_PROGRESS", null, null));
              Instant end = at.plus(around.scale().shorten(WORK));
              around.agenda().add(END, end, Json.object().put("reportId", id));
            });
  }

  private void end(Instant at, String id) {
    ReportJob job = jobs.get(id).orElseThrow();
    boolean isReturns = job.reportType().equals(RETURNS);
    String text = isReturns ? returns.write(job) : listings.write(job);
    byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
    Documents.Document document =
        documents.keep(job.sellerId(), "text/plain; charset=Cp1252", true, bytes);
    done(job.with("DONE", at, document.id()), at);
  }

  private void done(ReportJob job, Instant at) {
    put(job);
    ObjectNode payload = Json.object();
    ObjectNode told = payload.putObject("reportProcessingFinishedNotification");
    told.put("sellerId", job.sellerId()).put("accountId", "amzn1.merchant.o." + job.sellerId());
    told.put("reportId", job.reportId());
    told.put("reportType", job.reportType()).put("processingStatus", job.status());
    told.put("reportDocumentId", job.documentId());
    notices.announce(job.sellerId(), "REPORT_PROCESSING_FINISHED", payload, at);
  }

  /** Amazon closes a settlement of its own accord; empty if there is nothing to pay out. */
  public Optional<ReportJob> settle(String sellerId, String marketplaceId) {
    Instant now = around.now();
    Optional<Settlements.Settlement> settlement = settlements.close(sellerId, marketplaceId, now);
    return settlement.map(
        closed -> {
          byte[] bytes = closed.text().getBytes(StandardCharsets.UTF_8);
          Documents.Document document =
              documents.keep(sellerId, "text/plain; charset=UTF-8", false, bytes);
          ReportJob job =
              new ReportJob(
                  nextId(),
                  sellerId,
                  SETTLEMENT,
                  List.of(marketplaceId),
                  closed.start(),
                  now,
                  null,
                  now,
                  "DONE",
                  now,
                  document.id());
          done(job, now);
          return job;
        });
  }
}
