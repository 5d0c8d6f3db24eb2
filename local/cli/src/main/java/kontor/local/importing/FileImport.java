package kontor.local.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.edge.Patience;
import kontor.local.platform.PlatformException;

/**
 * Brings a product file into the platform: products and prices to the catalog, then the stock
 * figures of the file to inventory as a count that is booked once for this file.
 */
public final class FileImport {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration KNOWN_WITHIN = Duration.ofMinutes(3);
  private static final int LINES_AT_ONCE = 500;
  private static final int PAGE = 200;
  private static final int BAD_GATEWAY = 502;
  private static final int TIMED_OUT = 504;

  private final Edge manager;

  public FileImport(Edge manager) {
    this.manager = manager;
  }

  /**
   * What came of a file.
   *
   * @param report the catalog's own, with the refused rows
   * @param stockBooked SKUs whose stock was set
   */
  public record Result(JsonNode report, int stockBooked) {}

  /**
   * @param progress is told how many rows are done
   */
  public Result run(Path file, Consumer<JsonNode> progress) {
    Answer accepted =
        manager.send(
            "POST",
            "/api/admin/imports?filename=" + encode(String.valueOf(file.getFileName())),
            body(file),
            Map.of("Content-Type", "application/octet-stream"));
    if (!accepted.ok()) {
      throw new PlatformException(file + ": " + accepted.text());
    }
    String id = accepted.at("/id");
    JsonNode report =
        Patience.until(
            file + " is imported",
            LONGEST,
            () -> {
              JsonNode state = manager.get("/api/admin/imports/" + id).body();
              progress.accept(state);
              String now = state.path("state").asText();
              return now.equals("RUNNING") || now.equals("WAITING") || now.isEmpty()
                  ? java.util.Optional.empty()
                  : java.util.Optional.of(state);
            });
    return new Result(report, stock(id, report.path("reference").asText()));
  }

  private int stock(String id, String reference) {
    List<Map<String, Object>> lines = new ArrayList<>();
    String cursor = "";
    do {
      String query = "?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + encode(cursor));
      Answer page = manager.get("/api/admin/imports/" + id + "/stock" + query);
      page.body()
          .path("items")
          .forEach(
              item ->
                  lines.add(
                      Map.of(
                          "sku", item.path("sku").asText(),
                          "quantity", Math.max(0, item.path("onHand").asInt()))));
      cursor = page.at("/next");
    } while (!cursor.isEmpty());
    int booked = 0;
    for (int from = 0; from < lines.size(); from += LINES_AT_ONCE) {
      List<Map<String, Object>> part =
          lines.subList(from, Math.min(lines.size(), from + LINES_AT_ONCE));
      booked += count(reference + "-" + from, part);
    }
    return booked;
  }

  /**
   * Inventory hears of new products a moment later. A count whose answer was late or lost is sent
   * again: under its reference it is booked once.
   */
  private int count(String reference, List<Map<String, Object>> lines) {
    Answer answer =
        Patience.until(
            "the stock of the file is booked",
            KNOWN_WITHIN,
            () -> {
              Answer once =
                  manager.post(
                      "/api/admin/stock/counts", Map.of("reference", reference, "lines", lines));
              boolean unknown = once.status() == 400 && once.text().contains("no product has");
              boolean unanswered = once.status() >= BAD_GATEWAY && once.status() <= TIMED_OUT;
              return unknown || unanswered
                  ? java.util.Optional.empty()
                  : java.util.Optional.of(once);
            });
    if (!answer.ok()) {
      throw new PlatformException("the stock of the file: " + answer.text());
    }
    return answer.body().path("booked").asInt();
  }

  private static java.net.http.HttpRequest.BodyPublisher body(Path file) {
    try {
      return BodyPublishers.ofByteArray(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
